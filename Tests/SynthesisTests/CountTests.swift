import Geometry
import Inventory
import Synthesis
import Testing

@Suite struct CountTests {
  @Test(arguments: [(2_600, 1, 26), (5_000, 4, 50), (300, 2, 3), (150, 1, 2)])
  func countsAreMet(_ wanted: Int, _ counties: Int, _ villages: Int) {
    let prefecture = SyntheticPrefecture(
      SynthesisParameters(subcompartments: wanted, counties: counties))
    #expect(prefecture.counties.count == counties)
    #expect(prefecture.counties.reduce(0) { $0 + $1.villages.count } == villages)
    let total = prefecture.counties.reduce(0) { $0 + $1.subcompartments }
    #expect(abs(Double(total - wanted)) <= 0.05 * Double(wanted))
    let drawn = prefecture.counties.reduce(0) { $0 + Drawn($1).rows(.firstSurvey).count }
    #expect(drawn == total)
  }

  @Test func theSampleIsASmallCounty() throws {
    let county = try #require(SyntheticPrefecture().counties.first)
    #expect((3...5).contains(county.towns))
    #expect(county.name == "拟安县")
    let drawn = Drawn(county)
    let polygons = drawn.polygons(.firstSurvey)
    let vertices = polygons.reduce(0) { $0 + $1.edges.count }
    #expect((30...45).contains(vertices / polygons.count))
    let mean = polygons.reduce(0.0) { $0 + $1.hectares } / Double(polygons.count)
    #expect(abs(mean - 4) < 0.6)
    let sorted = polygons.map { $0.hectares }.sorted()
    #expect(sorted[sorted.count / 2] < mean)
    // Both surveys, villages and tenure as shapefiles: points of 16 bytes and rows of text.
    var size = 0
    for table in drawn.batches {
      let record = table.fields.reduce(1) { $0 + $1.width }
      size += table.geometry.bytes.count + table.count * (record + 60)
    }
    #expect(size < 8_000_000)
  }

  @Test func moreEdgePointsMakeMoreVertices() {
    let fine = Drawn(SynthesisParameters(subcompartments: 300, edgePoints: 10, faults: .none))
    let polygons = fine.polygons(.firstSurvey)
    let mean = polygons.reduce(0) { $0 + $1.edges.count } / polygons.count
    #expect((80...110).contains(mean))
  }

  /// Whatever is asked for, something consistent comes out.
  @Test(arguments: [
    SynthesisParameters(subcompartments: 0, counties: 0),
    SynthesisParameters(subcompartments: 1, edgePoints: 0),
    SynthesisParameters(subcompartments: 3, counties: 5, subcompartmentsPerVillage: 0),
    SynthesisParameters(subcompartments: 60, villagesPerTown: 0, meanArea: -1, batchRows: 0),
    SynthesisParameters(subcompartments: 90, splitRate: 1, redrawnRate: 1),
  ])
  func oddParametersDoNoHarm(_ parameters: SynthesisParameters) {
    let counties = SyntheticPrefecture(parameters).counties
    #expect(!counties.isEmpty)
    for county in counties {
      let drawn = Drawn(county)
      #expect(drawn.rows(.firstSurvey).count == county.subcompartments)
      #expect(drawn.rows(.villages).count == county.villages.count)
      #expect(county.subcompartments >= county.villages.count)
    }
  }

  @Test func coordinatesLieInZone38() {
    for (table, row) in Drawn(SynthesisParameters(subcompartments: 500)).rows(.firstSurvey) {
      for corner in Polygons(table, row).rings.joined() {
        #expect(abs(corner.x) < 20_000_000 && abs(corner.y) < 20_000_000)
      }
    }
  }

  @Test func tablesAreWellFormed() {
    let drawn = Drawn(SynthesisParameters(subcompartments: 500))
    #expect(Set(drawn.batches.map { $0.layer }).count == 6)
    for table in drawn.batches {
      #expect(table.columns.count == table.fields.count)
      #expect(Set(table.fields.map { $0.name }).count == table.fields.count)
      for (field, column) in zip(table.fields, table.columns) {
        #expect(column.count == table.count)
        #expect(field.name.utf8.count <= 10 && field.name.utf8.allSatisfy { $0 < 128 })
        guard field.kind == .text else { continue }
        for row in 0..<table.count {
          // In GBK a Chinese character takes two bytes.
          let text = table.text(field.name, row) ?? ""
          let bytes = text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
          #expect(bytes <= field.width, "\(field.name) \(text)")
        }
      }
    }
    #expect(drawn.batches[0].fields.count >= 44)
  }
}
