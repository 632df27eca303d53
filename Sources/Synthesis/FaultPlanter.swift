/// Decides which rows of a layer get which fault, and keeps the list of those planted.
struct FaultPlanter {
  private var waiting: [(kind: PlantedFault.Kind, rows: [Int])] = []

  /// - Parameter rows: rows of the layer; positions are drawn from the first nine tenths, so that
  ///   a fault that does not fit its row finds a later one.
  init(
    _ rates: [(PlantedFault.Kind, Double)], rows: Int, noise: Noise
  ) {
    for (order, (kind, rate)) in rates.enumerated() where rate > 0 {
      let wanted = max(1, Int((rate * Double(rows)).rounded()))
      let drawn = (0..<wanted).map { noise.below(max(rows * 9 / 10, 1), order, $0) }
      waiting.append((kind, drawn.sorted(by: >)))
    }
  }

  /// The first kind that waits for this row or for one before it and that `fits`; it is then
  /// taken as planted.
  mutating func due(_ row: Int, fits: (PlantedFault.Kind) -> Bool) -> PlantedFault.Kind? {
    for index in waiting.indices {
      guard let next = waiting[index].rows.last, next <= row, fits(waiting[index].kind) else {
        continue
      }
      waiting[index].rows.removeLast()
      return waiting[index].kind
    }
    return nil
  }
}
