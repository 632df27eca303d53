internal import Geometry
internal import Inventory
internal import Tenure

/// What the overlay shows to be wrong with titles: texts against the map, claims on one spot,
/// slivers that were dropped.
struct TitleProblems: Sendable {
  private(set) var findings: [Finding] = []
  private(set) var lines: [String] = []

  init(
    stands: SubcompartmentColumns, divisions: [OverlayWorker.Division], evidence: TenureEvidence,
    judgement: TitleJudgement, overlapTolerance: Double
  ) {
    func add(_ rule: String, parcel: Int, _ value: String, _ detail: String) {
      findings.append(
        Finding(
          rule: rule, severity: .warning, source: Int(evidence.sourceOfParcel[parcel]),
          sourceRow: Int64(evidence.records[parcel].row), field: "subcompartment", value: value,
          action: .accepted, detail: detail))
    }
    for one in judgement.disagreements {
      let onMap = one.spatialParcels.map { evidence.parcels.parcel[Int($0)].key }
      add(
        "tenure-text-disagrees-with-map", parcel: Int(one.textParcel),
        stands.key[Int(one.subcompartment)],
        "\(TitleReason.textDisagreesWithMap.code) \(one.evidence.chineseName)；图上："
          + onMap.joined(separator: "、"))
    }
    var spots = (count: 0, area: 0.0)
    let titles = judgement.titles
    for row in divisions.indices where titles.reasons[row].contains(.overlappingTitles) {
      let area = divisions[row].multiplyCoveredShare * divisions[row].area / 10_000
      spots.count += 1
      spots.area += area
      guard titles.mainParcel[row] >= 0 else { continue }
      add(
        "tenure-claims-on-one-spot", parcel: Int(titles.mainParcel[row]), stands.key[row],
        "\(TitleReason.overlappingTitles.code) \(Self.hectares(area)) ha")
    }
    let slivers = titles.sliverCount.reduce(0) { $0 + Int($1) }
    let sliverArea = titles.sliverArea.reduce(0, +)
    lines = [
      "\(judgement.disagreements.count) texts name another parcel than the map shows; the map counts",
      "\(spots.count) 小班 with claims of different holders on one spot, \(Self.hectares(spots.area)) ha",
      "\(slivers) slivers dropped, \(Self.hectares(sliverArea)) ha",
    ]
  }

  /// Four places, the same on every machine.
  private static func hectares(_ area: Double) -> String {
    String((area * 10_000).rounded() / 10_000)
  }
}
