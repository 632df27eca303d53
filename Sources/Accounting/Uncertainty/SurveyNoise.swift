internal import Glibc

/// The errors of 小班 volumes at two surveys: log-normal factors with mean 1.
///
/// Each is a factor common to both dates times one of its own, so that one draw takes three picks
/// out of two tables. The two dates' factors have the covariance ρ·r², r being their relative error.
///
/// Every row may have an error of its own. Tables are made for a few errors, a quarter of an octave
/// apart, and a row takes the next larger one drawn in towards 1, which keeps mean and variance
/// exact and the factor above zero.
struct SurveyNoise: Sendable {
  static let cells = 4096
  /// Tables for each doubling of the error.
  private static let steps = 4.0

  /// How far factors lie off 1, `cells` for each table.
  private(set) var common: [Double] = []
  private(set) var own: [Double] = []
  /// Number of each table among those made, by step; the errors they are made for.
  private var places: [Int: Int] = [:]
  private var errors: [Double] = []
  private let correlation: Double

  /// The table of one row and how far its factors are drawn in.
  struct Pick: Sendable {
    var start: Int
    var common: Double
    var own: Double
  }

  /// - Parameters:
  ///   - relativeErrors: those of all rows that will be asked for.
  ///   - correlation: of the two dates' factors, 0 to 1.
  init(relativeErrors: some Sequence<Double>, correlation: Double) {
    self.correlation = correlation
    let boundaries = LogNormalFactor.boundaries(cells: Self.cells)
    var last = Double.nan
    for error in relativeErrors where error != last {
      last = error
      let step = Self.step(error)
      if places[step] == nil { add(step, boundaries) }
    }
  }

  /// For a row with an error that the noise was made for.
  func pick(relativeError error: Double) -> Pick {
    let place = places[Self.step(error)] ?? 0
    guard error > 0, errors[place] > 0 else {
      return Pick(start: place * Self.cells, common: 0, own: 0)
    }
    let whole = ownError(errors[place])
    return Pick(
      start: place * Self.cells, common: error / errors[place],
      own: whole > 0 ? ownError(error) / whole : 0)
  }

  /// The error of a date's own factor, such that both make (1 + ρ·r²)·(1 + o²) = 1 + r².
  private func ownError(_ error: Double) -> Double {
    let variance = error * error
    return max((1 + variance) / (1 + correlation * variance) - 1, 0).squareRoot()
  }

  /// The next step at or above an error.
  private static func step(_ error: Double) -> Int {
    guard error > 0 else { return .min }
    // What rounding lifts above a step still belongs to it.
    return Int((log2(error) * steps - 1e-9).rounded(.up))
  }

  private mutating func add(_ step: Int, _ boundaries: [Double]) {
    let error = step == .min ? 0 : exp2((Double(step) + 1e-9) / Self.steps)
    places[step] = errors.count
    errors.append(error)
    common += LogNormalFactor(relativeError: error * correlation.squareRoot())
      .table(boundaries: boundaries).map { $0 - 1 }
    own += LogNormalFactor(relativeError: ownError(error)).table(boundaries: boundaries).map {
      $0 - 1
    }
  }

  /// Three independent cell numbers out of one draw's bits: into `common`, into `own` for the later
  /// date, into `own` for the earlier one.
  @inline(__always) static func first(_ bits: UInt64) -> Int { Int(bits >> 52) }
  @inline(__always) static func second(_ bits: UInt64) -> Int { Int((bits >> 40) & 4095) }
  @inline(__always) static func third(_ bits: UInt64) -> Int { Int((bits >> 28) & 4095) }
}
