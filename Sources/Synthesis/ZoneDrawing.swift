import Geometry
import Inventory

/// Draws the areas that do not follow 小班 borders: exclusion zones and credited land.
enum ZoneDrawing {
  /// 自然保护地 and the like: a few large areas.
  static func exclusions(of county: SyntheticCounty) -> SyntheticTable {
    var table = TableBuilder(
      layer: .exclusions, name: "hongxian_\(county.code)",
      fields: [
        .init("BHD_MC", .text, 60), .init("BHD_LX", .text, 30), .init("BHD_JB", .text, 10),
        .init("PZ_ND", .integer, 4), .init("MJ_HA", .real, 12, 2),
      ])
    let noise = county.plan.noise.keyed(41)
    let kinds = ["自然保护区", "森林公园", "湿地公园", "地质公园"]
    let levels = ["国家级", "省级", "市级", "县级"]
    for number in 0..<2 + county.villages.count / 40 {
      var random = RandomStream(noise, county.villages[0].index, number)
      let village = random.among(county.villages)
      let ring = ring(
        county, around: village.centre,
        radius: county.plan.villageSpacing * random.between(0.5, 1.1), corners: 320, wobble: 0.34,
        noise.keyed(random.bits()))
      let kind = random.among(kinds)
      table.add("\(county.name)\(village.name.dropLast())\(random.among(levels))\(kind)")
      table.add(kind)
      table.add(random.among(levels))
      table.add(1985 + random.below(35))
      table.add(Digits.rounded(OutlineTracer.area([ring]) / 10_000, 2))
      WKBEncoder.polygon([ring], to: &table.geometry)
    }
    return table.take()
  }

  /// Land for which another mechanism has already issued credits.
  static func credited(of county: SyntheticCounty) -> SyntheticTable {
    var table = TableBuilder(
      layer: .credited, name: "yijifa_\(county.code)",
      fields: [
        .init("XMMC", .text, 60), .init("JZ", .text, 20), .init("XMDW", .text, 40),
        .init("NF_Q", .integer, 4), .init("NF_Z", .integer, 4), .init("JYL_T", .real, 14, 1),
      ])
    let noise = county.plan.noise.keyed(42)
    let mechanisms = ["CCER", "PHCER", "VCS", "PHCER"]
    for number in 0..<max(2, county.villages.count / 8) {
      var random = RandomStream(noise, county.villages[0].index, number)
      let village = random.among(county.villages)
      let spacing = county.plan.villageSpacing
      let middle = CellLattice.Point(
        x: village.centre.x + random.signed() * spacing * 0.3,
        y: village.centre.y + random.signed() * spacing * 0.3)
      let ring = ring(
        county, around: middle, radius: spacing * random.between(0.1, 0.22), corners: 96,
        wobble: 0.3, noise.keyed(random.bits()))
      let mechanism = random.among(mechanisms)
      let first = 2013 + random.below(6)
      let years = 3 + random.below(5)
      table.add("\(village.name)\(mechanism == "PHCER" ? "林业碳普惠" : "造林碳汇")项目")
      table.add(mechanism)
      table.add(village.name + "村民委员会")
      table.add(first)
      table.add(first + years - 1)
      let hectares = OutlineTracer.area([ring]) / 10_000
      table.add(Digits.rounded(hectares * Double(years) * random.between(3, 8), 1))
      WKBEncoder.polygon([ring], to: &table.geometry)
    }
    return table.take()
  }

  /// A ring whose distance from the middle is a function of the direction, so that it cannot
  /// cross itself.
  private static func ring(
    _ county: SyntheticCounty, around middle: CellLattice.Point, radius: Double, corners: Int,
    wobble: Double, _ noise: Noise
  ) -> [CellLattice.Point] {
    var ring: [CellLattice.Point] = []
    for step in 0..<corners {
      // The rational circle: ((1 − t²)/(1 + t²), 2t/(1 + t²)) runs through a quarter for t from
      // 0 to 1, and the four quarters are turns of the first.
      let quarter = step * 4 / corners
      let t = Double(step * 4 - quarter * corners) / Double(corners)
      let cosine = (1 - t * t) / (1 + t * t)
      let sine = 2 * t / (1 + t * t)
      let (u, v): (Double, Double) =
        switch quarter {
        case 0: (cosine, sine)
        case 1: (-sine, cosine)
        case 2: (-cosine, -sine)
        default: (sine, -cosine)
        }
      let coarse = noise.fractal(u * 1.5 + 20, v * 1.5 + 20)
      let fine = noise.smooth(u * 14 + 90, v * 14 + 90)
      let length = radius * (1 + wobble * coarse + 0.05 * fine)
      ring.append(
        .init(
          x: CellLattice.millimetre(middle.x + u * length),
          y: CellLattice.millimetre(middle.y + v * length)))
    }
    ring.append(ring[0])
    return ring
  }
}
