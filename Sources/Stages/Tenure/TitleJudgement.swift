internal import Geometry
internal import Inventory
internal import Tenure

/// Claims on every 小班 and the state of title that follows from them.
struct TitleJudgement: Sendable {
  let claims: ClaimColumns
  let disagreements: [ClaimMerge.Disagreement]
  let titles: TitleColumns

  init(
    stands: SubcompartmentColumns, divisions: [OverlayWorker.Division], evidence: TenureEvidence,
    labels: SubcompartmentLabels, settings: TenureSettings
  ) {
    let confidence = ClaimConfidence()
    var spatial = ClaimColumns()
    for (row, division) in divisions.enumerated() {
      for share in division.claims {
        spatial.append(
          subcompartment: Int32(row), parcel: Int32(share.row),
          share: min(1, share.area / division.area), evidence: .spatial,
          confidence: confidence.spatial)
      }
    }
    let text = TextJoin(parcels: evidence.parcels, confidence: confidence).claims(of: labels)
    let merged = ClaimMerge.merge(
      spatial: spatial, text: text, parcels: evidence.parcels, count: stands.count,
      smallestShare: settings.sliverShare)
    claims = merged.claims
    disagreements = merged.disagreements

    var tolerances = TitleTolerances()
    tolerances.sliverArea = settings.sliverHectares
    tolerances.sliverShare = settings.sliverShare
    tolerances.coverage = settings.clearShare
    // Without a year to last until, a right only has to be there.
    let classifier = TitleClassifier(
      endOfCrediting: CalendarDate(endOf: settings.titleUntil ?? 1), tolerances: tolerances)
    let hasData = evidence.parcels.count > 0
    titles = classifier.classify(
      TitleClassifier.Input(
        area: stands.area, coveredShare: divisions.map(\.coveredShare),
        multiplyCoveredShare: divisions.map(\.multiplyCoveredShare),
        hasTenureData: [Bool](repeating: hasData, count: stands.count), claims: claims,
        disagreeing: Set(disagreements.map(\.subcompartment))),
      parcels: evidence.parcels)
  }
}
