internal import Glibc

/// The errors of one 小班's volume at its two surveys: log-normal factors with mean 1 whose
/// logarithms are correlated.
///
/// Each is a factor common to both dates times one of its own, so that one draw takes three picks
/// out of two tables.
struct SurveyNoise: Sendable {
  static let cells = 4096

  let common: [Double]
  let own: [Double]

  /// - Parameters:
  ///   - relativeError: standard deviation of a factor.
  ///   - correlation: of the logarithms, 0 to 1.
  init(relativeError: Double, correlation: Double) {
    let variance = log(1 + relativeError * relativeError)
    common = LogNormalFactor(sigma: (correlation * variance).squareRoot()).table(cells: Self.cells)
    own = LogNormalFactor(sigma: ((1 - correlation) * variance).squareRoot())
      .table(cells: Self.cells)
  }

  /// Three independent cell numbers out of one draw's bits: into `common`, into `own` for the later
  /// date, into `own` for the earlier one.
  @inline(__always) static func first(_ bits: UInt64) -> Int { Int(bits >> 52) }
  @inline(__always) static func second(_ bits: UInt64) -> Int { Int((bits >> 40) & 4095) }
  @inline(__always) static func third(_ bits: UInt64) -> Int { Int((bits >> 28) & 4095) }
}
