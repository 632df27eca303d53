/// Puts the claims of the map and those of texts together.
public enum ClaimMerge {
  /// A parcel that the texts of a 小班 name, where the map shows others.
  public struct Disagreement: Sendable, Equatable {
    public var subcompartment: Int32
    /// The parcel named by the text.
    public var textParcel: Int32
    public var evidence: ClaimEvidence
    public var confidence: Double
    /// The parcels on the map.
    public var spatialParcels: [Int32]

    public init(
      subcompartment: Int32, textParcel: Int32, evidence: ClaimEvidence, confidence: Double,
      spatialParcels: [Int32]
    ) {
      self.subcompartment = subcompartment
      self.textParcel = textParcel
      self.evidence = evidence
      self.confidence = confidence
      self.spatialParcels = spatialParcels
    }
  }

  /// The map leads: texts count only for 小班 that no polygon touches. Elsewhere they either agree
  /// with the map or are reported.
  /// - Parameters:
  ///   - spatial: claims by area of intersection, in any order.
  ///   - text: claims of `TextJoin`.
  ///   - smallestShare: polygons that cover less of the whole 小班 do not keep a text from counting.
  public static func merge(
    spatial: ClaimColumns, text: ClaimColumns, parcels: TenureParcelColumns, count: Int,
    smallestShare: Double = 0.01
  ) -> (claims: ClaimColumns, disagreements: [Disagreement]) {
    let spatial = spatial.sorted()
    // Most counties have no list that names 小班.
    if text.count == 0 { return (spatial, []) }
    let text = text.sorted()
    let spatialRanges = spatial.ranges(count: count)
    let textRanges = text.ranges(count: count)
    var claims = ClaimColumns()
    var disagreements: [Disagreement] = []
    for row in 0..<count {
      for place in spatialRanges[row] { claims.append(place, of: spatial) }
      if textRanges[row].isEmpty { continue }
      let onMap = spatialRanges[row].filter { spatial.wholeShare[$0] >= smallestShare }
        .map { spatial.parcel[$0] }
      for place in textRanges[row] {
        if onMap.isEmpty {
          claims.append(place, of: text)
          continue
        }
        let named = text.parcel[place]
        let agrees = onMap.contains {
          $0 == named || parcels.areOneTitle(Int($0), Int(named))
        }
        if !agrees {
          disagreements.append(
            Disagreement(
              subcompartment: Int32(row), textParcel: named, evidence: text.evidence[place],
              confidence: text.confidence[place], spatialParcels: onMap))
        }
      }
    }
    return (claims, disagreements)
  }
}
