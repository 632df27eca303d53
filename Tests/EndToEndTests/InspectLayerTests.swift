import Foundation
import Geospatial
import Inventory
import Testing

@testable import Stages

/// What `lintan inspect` finds in files whose content is known.
struct InspectLayerTests {
  private func inspect(
    _ path: String, options: InspectOptions = InspectOptions()
  ) throws -> LayerInspection {
    let inspector = FileInspector(mappings: try InspectFixture.mappings(), options: options)
    return try #require(try inspector.inspect(path).layers.first)
  }

  /// Codes of 地类 and 树种 that only Guangxi's lists know.
  private static let guangxi = (0..<20).map { row in
    InspectFixture.Stand(
      species: row < 12 ? "310" : "120", landClass: "1111", side: 1 + Double(row) / 10)
  }

  @Test func guangxiIsToldFromNationalByItsCodes() throws {
    let fixture = try InspectFixture()
    let layer = try inspect(try fixture.write("gx", Self.guangxi))
    #expect(layer.rows == 20)
    #expect(layer.geometry == "polygon")
    let best = try #require(layer.best)
    #expect(best.identifier == "guangxi-xiaoban")
    #expect(best.missing.isEmpty)
    #expect(best.isUsable)
    let national = try #require(layer.mappings.first { $0.identifier == "national-xiaoban" })
    // The same columns fit; 1111 is no national 地类.
    #expect(national.found == best.found)
    let landClass = try #require(national.codes.first { $0.field == "landClass" })
    #expect(landClass.knownRows == 0)
    #expect(landClass.unknown == [FieldInspection.Value(value: "1111", count: 20)])
  }

  @Test func sharedCodesAreShownWithBothMeanings() throws {
    let fixture = try InspectFixture()
    let layer = try inspect(try fixture.write("gx", Self.guangxi))
    let code = try #require(layer.contested.first { $0.code == "310" })
    #expect(code.column == "YOU_SHI_SZ")
    #expect(code.count == 12)
    let names = Dictionary(
      uniqueKeysWithValues: code.readings.map { ($0.mapping, $0.name) })
    #expect(names["national-xiaoban"] == "杉木")
    #expect(names["guangxi-xiaoban"]?.hasPrefix("速生相思") == true)
  }

  @Test func nationalCodesChooseTheNationalMapping() throws {
    let fixture = try InspectFixture()
    var stands = Self.guangxi
    for row in stands.indices { stands[row].landClass = "0301" }
    let layer = try inspect(try fixture.write("gb", stands))
    #expect(layer.best?.identifier == "national-xiaoban")
  }

  @Test func gbkWithoutCodePageIsRecognised() throws {
    let fixture = try InspectFixture()
    let layer = try inspect(try fixture.write("gbk", Self.guangxi))
    #expect(layer.encoding.encoding == "GB18030")
    #expect(layer.encoding.evidence.contains("not UTF-8"))
    #expect(layer.encoding.checkedTexts == 20)
    let remark = try #require(layer.fields.first { $0.name == "BEI_ZHU" })
    #expect(remark.examples == [FieldInspection.Value(value: "速生桉", count: 20)])
  }

  @Test func unknownCodesAreCounted() throws {
    let fixture = try InspectFixture()
    var stands = Self.guangxi
    stands[3].species = "ZZ9"
    stands[4].species = "ZZ9"
    stands[7].species = "YY8"
    let layer = try inspect(try fixture.write("codes", stands))
    let species = try #require(layer.best?.codes.first { $0.field == "species" })
    #expect(
      species.unknown == [
        FieldInspection.Value(value: "ZZ9", count: 2),
        FieldInspection.Value(value: "YY8", count: 1),
      ])
    #expect(species.knownRows == 17)
    #expect(species.unknownCount == 2)
    let problem = try #require(layer.problems.first { $0.rule == "unknown-species-code" })
    #expect(problem.rows == 3)
    #expect(problem.exampleRow == 3)
    #expect(problem.exampleValue == "ZZ9")
  }

  @Test(arguments: [(15.0, "mu"), (10_000.0, "square-metre"), (1.0, "hectare")])
  func areaUnitShowsAgainstThePolygons(factor: Double, unit: String) throws {
    let fixture = try InspectFixture()
    var stands = Self.guangxi
    for row in stands.indices { stands[row].areaFactor = factor }
    let layer = try inspect(try fixture.write("unit", stands))
    let totals = try #require(layer.totals)
    let ratio = try #require(totals.ratio)
    #expect(abs(ratio / factor - 1) < 1e-3)
    #expect(totals.areaUnitByPolygons == unit)
    #expect(layer.fields.first { $0.name == "MIAN_JI" }?.areaUnit == unit)
    let expected = stands.reduce(0.0) { $0 + $1.side * $1.side }
    #expect(abs((layer.polygonArea ?? 0) - expected) < 1e-6)
  }

  @Test func sumsAreTakenBeforeAnyRepair() throws {
    let fixture = try InspectFixture()
    var stands = [InspectFixture.Stand](repeating: .init(side: 2, volume: 50), count: 4)
    stands[0].areaFactor = 15
    stands[1].total = 50
    let layer = try inspect(try fixture.write("sums", stands))
    let totals = try #require(layer.totals)
    #expect(abs(totals.recordedArea - 72) < 1e-9)
    #expect(totals.rowsInMu == 1)
    #expect(totals.rowsAgreeing == 3)
    #expect(abs((totals.volume ?? 0) - 3600) < 1e-6)
    #expect(abs((totals.totalVolume ?? 0) - 650) < 1e-6)
    #expect(totals.volumeRowsCompared == 4)
    #expect(totals.volumeRowsCopied == 1)
    #expect(totals.volumeRowsAgreeing == 2)
    // The row in 亩 is repaired before its area is compared: one finding, not two.
    #expect(layer.problems.first { $0.rule == "area-unit" }?.rows == 1)
    #expect(!layer.problems.contains { $0.rule == "area-deviation" })
  }

  @Test func zonePrefixPlacesALayerWithoutPrj() throws {
    let fixture = try InspectFixture()
    let path = try fixture.write("zone", Self.guangxi, epsg: nil, west: 36_500_000)
    let layer = try inspect(path)
    #expect(layer.place.system == "EPSG:4524")
    #expect(layer.place.isDatumAssumed)
    #expect(layer.place.evidence.contains("36"))
    let box = try #require(layer.place.degrees)
    // Zone 36 has its meridian at 108° E, under which false eastings are 500,000.
    #expect(abs(box.west - 108) < 1e-6)
    #expect(box.north > 22 && box.north < 23)
    #expect(layer.place.regions == ["广西"])
  }

  @Test func coordinatesThatFitSeveralSystemsStayUnplaced() throws {
    let fixture = try InspectFixture()
    let path = try fixture.write("six", Self.guangxi, epsg: nil, west: 500_000)
    let layer = try inspect(path)
    #expect(layer.place.system == nil)
    #expect(layer.polygonArea == nil)
    #expect(layer.totals?.ratio == nil)
    #expect(layer.totals.map { $0.recordedArea > 0 } == true)
    let told = try inspect(path, options: InspectOptions(epsg: 4543))
    #expect(told.place.system == "EPSG:4543")
    #expect(told.place.evidence.hasPrefix("as told"))
    #expect(told.polygonArea != nil)
  }

  @Test func moreValuesThanCodesAreNotKept() throws {
    var tally = FieldTally()
    let count = FieldTally.distinctLimit + 10
    tally.add(.number((0..<count).map(Double.init)), areas: [])
    #expect(tally.values().isEmpty)
    #expect(!tally.isCounted)
    #expect(tally.filled == count)
    #expect(tally.zeros == 1)
    #expect(tally.maximum == Double(count - 1))
  }

  @Test func countsAgreeWithADictionary() {
    var tally = FieldTally()
    var expected: [String: Int] = [:]
    var state: UInt64 = 7
    var texts: [String] = []
    for _ in 0..<5000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      let text = ["", "310", "杉木", "马尾松林地", "0301", "abcdefghijklmnop"][Int(state >> 33) % 6]
      texts.append(text)
      if !text.isEmpty { expected[text, default: 0] += 1 }
    }
    for start in stride(from: 0, to: texts.count, by: 700) {
      tally.add(
        .text(TextColumn(texts[start..<min(start + 700, texts.count)])), areas: [])
    }
    let found = Dictionary(uniqueKeysWithValues: tally.values().map { ($0.value, $0.count) })
    #expect(found == expected)
  }

  @Test func textsTooLongForCodesEndTheCounting() {
    var tally = FieldTally()
    tally.add(.text(TextColumn(["a", "这是一段很长的备注文字", "a"])), areas: [])
    #expect(!tally.isCounted)
    #expect(tally.values().isEmpty)
    #expect(tally.filled == 3)
    #expect(tally.first == ["a", "这是一段很长的备注文字"])
  }

  @Test func anEmptyFolderOfMappingsIsNoError() throws {
    let fixture = try InspectFixture()
    let path = try fixture.write("alone", Self.guangxi)
    let none = try MappingCatalog(folder: fixture.path("nothing"), isOptional: true)
    let layer = try #require(try FileInspector(mappings: none).inspect(path).layers.first)
    #expect(layer.mappings.isEmpty)
    #expect(layer.totals == nil)
    #expect(layer.fields.count == 18)
    #expect(throws: InputFileError.self) {
      try MappingCatalog(folder: fixture.path("nothing"))
    }
  }
}
