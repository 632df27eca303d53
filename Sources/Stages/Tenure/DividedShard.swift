/// How the 小班 of a shard are divided.
///
/// They are divided in an order in which neighbours on the ground follow one another, so that what
/// lies around them is still at hand in the processor's caches: the order of the rows may be any.
struct DividedShard: Sendable {
  /// Runs of the order, one after another.
  private var pieces: [DivisionColumns] = []
  /// For each position in the shard where it stands among the pieces.
  private let places: [(piece: Int32, row: Int32)]

  /// - Parameter order: the positions in the shard in the order of the pieces.
  init(order: [Int], rowsPerPiece: Int) {
    var places = [(piece: Int32, row: Int32)](repeating: (0, 0), count: order.count)
    for (place, position) in order.enumerated() {
      places[position] = (Int32(place / rowsPerPiece), Int32(place % rowsPerPiece))
    }
    self.places = places
  }

  /// How many 小班 the pieces hold so far.
  private(set) var count = 0

  mutating func append(_ piece: DivisionColumns) {
    pieces.append(piece)
    count += piece.count
  }

  /// Appends the 小班 at some positions, in their order.
  func append(_ first: Int, count: Int, to divisions: inout DivisionColumns) {
    for position in first..<first + count {
      let place = places[position]
      divisions.append(Int(place.row), of: pieces[Int(place.piece)])
    }
  }
}
