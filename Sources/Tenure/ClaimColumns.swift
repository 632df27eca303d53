/// Claims of parcels on 小班: columns of equal length, sorted by 小班 and then by parcel.
public struct ClaimColumns: Sendable, Equatable {
  /// Position of the 小班 in its columns.
  public private(set) var subcompartment: [Int32] = []
  /// Position of the parcel in its columns.
  public private(set) var parcel: [Int32] = []
  /// Share of the part of the 小班 that title is judged on, 0 to 1; NaN where only text connects
  /// the two.
  public private(set) var share: [Double] = []
  /// Share of the whole 小班, exclusion zones included; NaN like `share`.
  public private(set) var wholeShare: [Double] = []
  public private(set) var evidence: [ClaimEvidence] = []
  /// 0 to 1.
  public private(set) var confidence: [Double] = []

  public init() {}

  public var count: Int { subcompartment.count }

  /// - Parameter wholeShare: nil where all of the 小班 is judged.
  public mutating func append(
    subcompartment: Int32, parcel: Int32, share: Double, wholeShare: Double? = nil,
    evidence: ClaimEvidence, confidence: Double
  ) {
    self.subcompartment.append(subcompartment)
    self.parcel.append(parcel)
    self.share.append(share)
    self.wholeShare.append(wholeShare ?? share)
    self.evidence.append(evidence)
    self.confidence.append(confidence)
  }

  public mutating func append(_ place: Int, of other: ClaimColumns) {
    append(
      subcompartment: other.subcompartment[place], parcel: other.parcel[place],
      share: other.share[place], wholeShare: other.wholeShare[place],
      evidence: other.evidence[place], confidence: other.confidence[place])
  }

  /// The claims whose share is wanted, in their order.
  public func filter(_ isWanted: (Double) -> Bool) -> ClaimColumns {
    if share.allSatisfy(isWanted) { return self }
    var result = ClaimColumns()
    for place in 0..<count where isWanted(share[place]) { result.append(place, of: self) }
    return result
  }

  /// The same claims sorted by 小班, parcel and evidence.
  public func sorted() -> ClaimColumns {
    let ranks = evidence.map { $0.rank }
    func precedes(_ one: Int, _ other: Int) -> Bool {
      if subcompartment[one] != subcompartment[other] {
        return subcompartment[one] < subcompartment[other]
      }
      if parcel[one] != parcel[other] { return parcel[one] < parcel[other] }
      return (ranks[one], one) < (ranks[other], other)
    }
    // Claims usually come sorted; a million of them need not be copied.
    if (1..<max(1, count)).allSatisfy({ precedes($0 - 1, $0) }) { return self }
    var result = ClaimColumns()
    for place in (0..<count).sorted(by: precedes) { result.append(place, of: self) }
    return result
  }

  /// Where the claims of each 小班 lie. The columns must be sorted by 小班.
  public func ranges(count: Int) -> [Range<Int>] {
    var result: [Range<Int>] = []
    result.reserveCapacity(count)
    var place = 0
    for row in 0..<count {
      while place < self.count, Int(subcompartment[place]) < row { place += 1 }
      let start = place
      while place < self.count, Int(subcompartment[place]) == row { place += 1 }
      result.append(start..<place)
    }
    return result
  }
}
