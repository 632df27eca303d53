import Geometry
import Inventory

/// One invented county, ready to be drawn layer by layer.
///
/// `generate` may be called again and gives the same rows; counties may be generated in any order
/// and on several threads at once.
public struct SyntheticCounty: Sendable {
  /// 6 digits, 449921 and up.
  public let code: String
  /// Such as 拟安县.
  public let name: String
  /// In the order of their codes.
  public let villages: [SyntheticVillage]
  let plan: PrefecturePlan
  private let range: Range<Int>

  init(_ plan: PrefecturePlan, number: Int) {
    self.plan = plan
    range = plan.counties[number]
    villages = Array(plan.villages[range])
    code = PrefecturePlan.countyCode(number)
    name = villages.first?.countyName ?? ""
  }

  /// 小班 of the first survey.
  public var subcompartments: Int { villages.reduce(0) { $0 + $1.subcompartments } }
  /// Towns in the county.
  public var towns: Int { Set(villages.map { $0.town }).count }

  /// Draws the county: all batches of the first survey, then of the second, of the villages, the
  /// tenure parcels, the exclusion zones and the credited land. Holds one batch at a time.
  ///
  /// - Returns: what was planted and redrawn, and the tenure list.
  public func generate<Failure: Error>(
    _ receive: (SyntheticTable) throws(Failure) -> Void
  ) throws(Failure) -> SyntheticRecord {
    var record = SyntheticRecord()
    var tracer = OutlineTracer(lattice: plan.lattice)
    for layer in [SyntheticLayer.firstSurvey, .secondSurvey] {
      var drawing = SubcompartmentDrawing(self, layer)
      for village in villages {
        drawing.draw(village, &tracer, &record)
        if drawing.table.count >= plan.parameters.batchRows { try receive(drawing.table.take()) }
      }
      if drawing.table.count > 0 { try receive(drawing.table.take()) }
    }
    var villageDrawing = VillageDrawing(self)
    for village in villages { villageDrawing.draw(village, &tracer, &record) }
    try receive(villageDrawing.table.take())

    var tenure = TenureDrawing(self, &record)
    for village in villages {
      tenure.draw(village, &tracer, &record)
      if tenure.table.count >= plan.parameters.batchRows { try receive(tenure.table.take()) }
    }
    if tenure.table.count > 0 { try receive(tenure.table.take()) }

    try receive(ZoneDrawing.exclusions(of: self))
    try receive(ZoneDrawing.credited(of: self))
    return record
  }

  /// The stand of a 小班 of the first survey at both surveys.
  func history(_ one: VillagePartition.Subcompartment) -> StandHistory {
    let cell = one.cells[0]
    let centre = plan.lattice.centre(cell)
    return StandHistory(
      plan.noise, key: cell, x: centre.x - plan.lattice.origin.x,
      y: centre.y - plan.lattice.origin.y, firstSurvey: plan.parameters.firstSurvey,
      secondSurvey: plan.parameters.secondSurvey)
  }
}
