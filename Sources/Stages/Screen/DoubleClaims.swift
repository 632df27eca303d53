internal import Screening

/// Land that two 小班 of the run would claim: the earlier row claims it, whatever the methods, since
/// villages may choose different ones.
enum DoubleClaims {
  /// What was taken off a 小班; positions.
  struct Cut: Sendable {
    var first: Int
    var second: Int
    /// ha
    var area: Double
    /// Of the second one.
    var share: Double
  }

  /// - Parameters:
  ///   - methods: verdicts by method; rows that claim nothing take nothing from others.
  ///   - overlaps: in the order of the earlier rows, so that what was cut away wholly cuts no more.
  static func cut(
    _ methods: inout [EligibilityColumns],
    _ overlaps: [(first: Int, second: Int, area: Double, share: Double)]
  ) -> [Cut] {
    var cuts: [Cut] = []
    for pair in overlaps {
      func claims(_ row: Int) -> Bool {
        methods.contains { $0.verdict[row] == .pass && $0.eligibleShare[row] > 0 }
      }
      guard claims(pair.first), claims(pair.second) else { continue }
      for method in methods.indices where methods[method].eligibleShare[pair.second] > 0 {
        methods[method].cut(pair.second, share: pair.share)
      }
      cuts.append(
        Cut(first: pair.first, second: pair.second, area: pair.area, share: pair.share))
    }
    return cuts
  }
}
