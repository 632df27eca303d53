import Geometry
import Inventory

/// Draws the 小班 of one survey.
struct SubcompartmentDrawing {
  var table: TableBuilder
  private let county: SyntheticCounty
  private let layer: SyntheticLayer
  private let survey: Int
  private var planter: FaultPlanter

  init(_ county: SyntheticCounty, _ layer: SyntheticLayer) {
    self.county = county
    self.layer = layer
    let parameters = county.plan.parameters
    survey = layer == .firstSurvey ? parameters.firstSurvey : parameters.secondSurvey
    table = TableBuilder(
      layer: layer, name: "xiaoban_\(survey)_\(county.code)", fields: SubcompartmentFields.all)
    let kinds: [PlantedFault.Kind] = [
      .duplicateKey, .areaInMu, .ageMissing, .canopyPercent, .bowTie, .emptyGeometry, .overlap,
      .shortTownCode, .volumeCopied,
    ]
    planter = FaultPlanter(
      kinds.map { ($0, parameters.faults.subcompartments) }, rows: county.subcompartments,
      noise: county.plan.noise.keyed(layer == .firstSurvey ? 31 : 32))
  }

  mutating func draw(
    _ village: SyntheticVillage, _ tracer: inout OutlineTracer, _ record: inout SyntheticRecord
  ) {
    let plan = county.plan
    let partition = VillagePartition(plan, village: village)
    let rows = layer == .firstSurvey ? partition.first : partition.second
    if layer == .secondSurvey { note(partition, of: village, &record) }
    var before: SubcompartmentRow?
    for one in rows {
      let rings = tracer.rings(one.cells)
      let history = county.history(partition.first[one.parent])
      var state = layer == .firstSurvey ? history.first : history.second
      if one.part > 0 {
        // The halves of a divided 小班 were divided because they differ.
        let factor = one.part == 1 ? 1.06 : 0.97
        state.volume *= factor
        state.secondVolume *= factor
      }
      var row = SubcompartmentRow(
        one, of: village, state, history.site, area: OutlineTracer.area(rings) / 10_000,
        survey: survey, longCodes: plan.parameters.longSpeciesCodes)
      let fault = planter.due(table.nextRow) { Self.fits($0, row, before, rings) }
      if let fault {
        plant(fault, &row, before, rings, one, partition, &tracer, &record)
      } else {
        WKBEncoder.polygon(rings, to: &table.geometry)
      }
      row.write(to: &table)
      before = row
    }
  }

  private static func fits(
    _ kind: PlantedFault.Kind, _ row: SubcompartmentRow, _ before: SubcompartmentRow?,
    _ rings: [[CellLattice.Point]]
  ) -> Bool {
    switch kind {
    case .duplicateKey: before != nil && before?.key != row.key
    case .ageMissing: row.isArborWithVolume
    case .canopyPercent: row.canopy > 0
    case .bowTie: BowTie.tied(rings[0]) != nil
    case .volumeCopied: row.isArborWithVolume && abs(row.totalVolume - row.volume) > 10
    default: true
    }
  }

  /// Changes the row, writes its geometry, and notes both; the row number is that of the row the
  /// geometry makes.
  private mutating func plant(
    _ kind: PlantedFault.Kind, _ row: inout SubcompartmentRow, _ before: SubcompartmentRow?,
    _ rings: [[CellLattice.Point]], _ one: VillagePartition.Subcompartment,
    _ partition: VillagePartition, _ tracer: inout OutlineTracer, _ record: inout SyntheticRecord
  ) {
    let number = table.nextRow
    var drawn = rings
    switch kind {
    case .duplicateKey:
      let intended = row.key
      row.block = before?.block ?? row.block
      row.number = before?.number ?? row.number
      record.note(
        kind, layer, row: number, field: "XIAO_BAN", intended: intended, planted: row.key)
    case .areaInMu:
      let intended = row.area
      row.area = Digits.rounded(row.area * Units.muPerHectare, 2)
      record.note(
        kind, layer, row: number, field: "MIAN_JI", intended: Digits.fixed(intended, 2),
        planted: Digits.fixed(row.area, 2))
    case .ageMissing:
      record.note(
        kind, layer, row: number, field: "PINGJUN_NL", intended: String(row.age), planted: "0")
      row.age = 0
    case .canopyPercent:
      let intended = row.canopy
      row.canopy = (row.canopy * 100).rounded()
      record.note(
        kind, layer, row: number, field: "YU_BI_DU", intended: Digits.fixed(intended, 2),
        planted: Digits.fixed(row.canopy, 2))
    case .shortTownCode:
      let intended = row.town
      row.town = String(row.town.suffix(3))
      record.note(kind, layer, row: number, field: "XIANG", intended: intended, planted: row.town)
    case .volumeCopied:
      let intended = row.totalVolume
      row.totalVolume = row.volume.rounded()
      record.note(
        kind, layer, row: number, field: "ZXJ", intended: Digits.fixed(intended, 0),
        planted: Digits.fixed(row.totalVolume, 0))
    case .bowTie:
      if let tied = BowTie.tied(rings[0]) { drawn[0] = tied }
      record.note(kind, layer, row: number)
    case .emptyGeometry:
      drawn = []
      record.note(kind, layer, row: number)
    case .overlap:
      if let other = partition.cellBeside(one.cells, county.plan) {
        drawn = tracer.rings(one.cells + [other])
      }
      record.note(kind, layer, row: number)
    case .cutName, .missingHolder, .duplicateCertificate, .listArea, .listHolder: break
    }
    WKBEncoder.polygons(drawn.isEmpty ? [] : [drawn], to: &table.geometry)
  }

  private func note(
    _ partition: VillagePartition, of village: SyntheticVillage, _ record: inout SyntheticRecord
  ) {
    func key(_ one: VillagePartition.Subcompartment) -> String {
      village.code + Digits.padded(one.block, 4) + Digits.padded(one.number, 5)
    }
    for index in partition.split {
      record.redrawings.append(
        .init(
          kind: .split, before: [key(partition.first[index])],
          after: partition.second.filter { $0.parent == index && $0.part > 0 }.map(key)))
    }
    for pair in partition.redrawn {
      let keys = [key(partition.first[pair.from]), key(partition.first[pair.to])]
      record.redrawings.append(.init(kind: .redrawn, before: keys, after: keys))
    }
  }
}
