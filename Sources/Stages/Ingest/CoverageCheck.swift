internal import Geometry
internal import Inventory
internal import Pipeline

/// Measures overlaps between neighbouring 小班 and gaps inside villages.
///
/// All polygons of a survey are in memory for it, at about eight bytes a vertex on top of their
/// delivered form, which is why a pipeline asks for it with `checks: { overlaps: true }`.
struct CoverageCheck {
  /// Hectares from which a shared piece is an overlap and not a sliver of drawing.
  static let leastOverlap = 0.01
  /// One 亩, the smallest forest patch that is mapped (0.0667 ha).
  static let leastBlank = 1 / Units.muPerHectare
  /// Square metres below which two borders are the same: one real layer has a median of 0.0002
  /// (`data.md` §9).
  static let rounding = 0.01
  static let rowsPerItem = 512

  /// Two 小班 on the same land; positions in the list of polygons.
  struct Overlap: Sendable, Equatable {
    var first: Int
    var second: Int
    var hectares: Double
  }

  let villages: [VillageCoverage]
  /// Those of `leastOverlap` and more, in the order of their rows.
  let overlaps: [Overlap]

  /// - Parameters:
  ///   - polygons: of one survey, in metres.
  ///   - codes: the village of each, 12 digits.
  ///   - boundaries: of villages, by code.
  init(
    _ polygons: WKBColumn, codes: [String], boundaries: [VillageRegister.Entry],
    threads: Int, interruption: Interruption
  ) throws {
    let mapped = boundaries.filter { !$0.boundary.isEmpty }
    var shapes = WKBColumn()
    for entry in mapped { shapes.append(entry.boundary) }
    let frame = try OverlayFrame(
      covering: try PlanarMeasures.envelopes(of: polygons)
        + PlanarMeasures.envelopes(of: shapes))
    let layer = try OverlayLayer(polygons, on: frame)

    let count = layer.count
    let pieces = try Workers.map(
      count: (count + Self.rowsPerItem - 1) / Self.rowsPerItem, threads: threads,
      interruption: interruption,
      makeState: { OverlayKernel(overlapsWithin: layer, pairsOnce: true) },
      body: { kernel, item in
        var found: [Overlap] = []
        var shares: [OverlayShare] = []
        for row in item * Self.rowsPerItem..<min((item + 1) * Self.rowsPerItem, count) {
          _ = kernel.divide(subject: row, into: &shares)
          for share in shares where share.area >= Self.rounding {
            found.append(Overlap(first: row, second: share.row, hectares: share.area / 10_000))
          }
        }
        return found
      })

    var rows: [String: [Int]] = [:]
    for (row, code) in codes.enumerated() { rows[code, default: []].append(row) }
    let names = rows.keys.sorted()
    let members = names.map { rows[$0] ?? [] }
    let gaps = try Workers.map(
      count: names.count, threads: threads, interruption: interruption,
      makeState: { CoverageGaps() },
      body: { finder, item in
        finder.areas(of: layer, rows: members[item], smallest: Self.rounding)
      })
    var places: [String: Int] = [:]
    var figures: [VillageCoverage] = []
    for (place, name) in names.enumerated() {
      places[name] = place
      var village = VillageCoverage(village: name)
      village.subcompartments = members[place].count
      village.hectares = members[place].reduce(0) { $0 + layer.areas[$1] } / 10_000
      for gap in gaps[place].map({ $0 / 10_000 }) {
        if gap < Self.leastBlank {
          village.gaps += 1
          village.gapHectares += gap
        } else {
          village.blanks += 1
          village.blankHectares += gap
        }
      }
      figures.append(village)
    }
    let pairs = pieces.flatMap { $0 }
    for pair in pairs {
      let (first, second) = (places[codes[pair.first]], places[codes[pair.second]])
      for place in [first, first == second ? nil : second].compactMap({ $0 }) {
        figures[place].overlapHectares += pair.hectares
        if pair.hectares >= Self.leastOverlap {
          figures[place].overlaps += 1
        } else {
          figures[place].slivers += 1
        }
      }
    }
    if !mapped.isEmpty {
      let outlines = try OverlayLayer(shapes, on: frame)
      let totals = try Workers.map(
        count: outlines.count, threads: threads, interruption: interruption,
        makeState: { try OverlayKernel(subjects: outlines, others: layer) },
        body: { kernel, item -> OverlayTotals in
          var unused: [OverlayShare] = []
          return kernel.divide(subject: item, into: &unused)
        })
      for (entry, total) in zip(mapped, totals) {
        guard let place = places[entry.village.code] else { continue }
        figures[place].boundaryHectares = total.subject / 10_000
        figures[place].uncoveredHectares = total.uncovered / 10_000
      }
    }
    villages = figures
    overlaps = pairs.filter { $0.hectares >= Self.leastOverlap }
  }
}
