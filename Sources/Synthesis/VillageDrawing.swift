import Geometry
import Inventory

/// Draws the villages: each the union of its cells, so that its border is made of 小班 borders.
struct VillageDrawing {
  var table: TableBuilder
  private let county: SyntheticCounty
  private var planter: FaultPlanter

  /// Bytes for a name in GBK: eight characters. 社区居民委员会 with a name before it does not fit.
  private static let nameWidth = 16

  init(_ county: SyntheticCounty) {
    self.county = county
    table = TableBuilder(
      layer: .villages, name: "cun_\(county.code)",
      fields: [
        .init("CUN_DM", .text, 12), .init("CUN_MC", .text, Self.nameWidth),
        .init("XIANG_DM", .text, 9), .init("XIANG_MC", .text, 16), .init("XIAN", .text, 6),
        .init("XIAN_MC", .text, 16), .init("LQ", .text, 1), .init("PKC", .text, 1),
      ])
    planter = FaultPlanter(
      [(.cutName, county.plan.parameters.faults.villages)], rows: county.villages.count,
      noise: county.plan.noise.keyed(33))
  }

  mutating func draw(
    _ village: SyntheticVillage, _ tracer: inout OutlineTracer, _ record: inout SyntheticRecord
  ) {
    let partition = VillagePartition(county.plan, village: village)
    var polygons: [[[CellLattice.Point]]] = []
    for part in partition.parts { polygons.append(tracer.rings(part)) }
    var name = village.name
    if planter.due(table.nextRow, fits: { _ in true }) != nil {
      let intended = name.dropLast() + "社区居民委员会"
      // Two bytes for each Chinese character in GBK.
      name = String(intended.prefix(Self.nameWidth / 2))
      record.note(
        .cutName, .villages, row: table.nextRow, field: "CUN_MC", intended: String(intended),
        planted: name)
    }
    table.add(village.code)
    table.add(name)
    table.add(village.townCode)
    table.add(village.townName)
    table.add(village.countyCode)
    table.add(village.countyName)
    let draws = county.plan.noise.keyed(34)
    // Old revolutionary base areas go by towns more than by villages.
    let old = draws.unit(county.villages[0].index, village.town, 1) < 0.5
    table.add(draws.unit(village.index, 2) < (old ? 0.8 : 0.15) ? "1" : "0")
    table.add(draws.unit(village.index, 3) < 0.22 ? "1" : "0")
    WKBEncoder.polygons(polygons, to: &table.geometry)
  }
}
