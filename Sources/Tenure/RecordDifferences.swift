/// What a list says otherwise of a right than the parcel's own attributes.
struct RecordDifferences {
  /// Differences of area that rounding explains, ha: 0.1 亩.
  static let areaTolerance = 0.1 / 15
  /// The same as a share of the larger area.
  static let shareTolerance = 0.001

  static func areasAgree(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= max(areaTolerance, shareTolerance * max(one, other))
  }

  /// A day more or less is a way of counting.
  static func termsAgree(_ one: TermEnd, _ other: TermEnd) -> Bool {
    switch (one, other) {
    case (.date(let first), .date(let second)):
      abs(first.ordinal - second.ordinal) <= 1
    case (.unlimited, .unlimited): true
    case (.missing, _), (_, .missing), (.unreadable, _), (_, .unreadable): true
    default: false
    }
  }

  /// The rights for which both name holders, and differ, those that carbon goes with first. A right that only one of them names is no
  /// difference; where one does not say which right it means, its holders stand against the
  /// leading ones of the other.
  static func holders(_ parcel: TenureRecord, _ list: TenureRecord) -> [Holders] {
    var result: [Holders] = []
    for kind in RightKind.carbonOrder {
      let (own, other) = (parcel.rights[kind], list.rights[kind])
      if !own.isEmpty, !other.isEmpty, !HolderComparison.agree(own, other) {
        result.append(Holders(right: kind, parcel: own, list: other))
      }
    }
    let (own, other) = (parcel.leading(), list.leading())
    let isGeneral = !parcel.rights.unspecified.isEmpty || !list.rights.unspecified.isEmpty
    if isGeneral, !own.isEmpty, !other.isEmpty, !HolderComparison.agree(own, other) {
      result.append(Holders(right: nil, parcel: own, list: other))
    }
    return result
  }

  struct Holders {
    /// Nil where a source says 权利人 only.
    var right: RightKind?
    var parcel: HolderList
    var list: HolderList
  }
}

extension CalendarDate {
  /// Days from a fixed day, for differences.
  var ordinal: Int {
    let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day
  }
}
