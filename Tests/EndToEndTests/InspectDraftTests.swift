import Foundation
import Geospatial
import Inventory
import Mapping
import Testing

@testable import Stages

/// Mapping files drafted from data.
struct InspectDraftTests {
  private static let stands = (0..<20).map {
    InspectFixture.Stand(side: 1 + Double($0) / 10, areaFactor: 15)
  }

  private func draft(
    _ path: String, at destination: String
  ) throws -> (draft: MappingDraft, mapping: MappingFile) {
    let mappings = try InspectFixture.mappings()
    let layer = try #require(
      try FileInspector(mappings: mappings).inspect(path).layers.first)
    let draft = MappingDraft(layer, of: path, mappings: mappings, destination: destination)
    try draft.text.write(toFile: destination, atomically: true, encoding: .utf8)
    return (draft, try MappingCatalog.entry(destination).mapping)
  }

  @Test func aDraftOfAKnownLayoutReadsTheFile() throws {
    let fixture = try InspectFixture()
    let path = try fixture.write("gx", Self.stands)
    let (draft, mapping) = try draft(path, at: fixture.path("my.json5"))
    #expect(draft.missing.isEmpty)
    #expect(draft.found == 17)
    #expect(mapping.kind == .inventory)
    #expect(mapping["species"]?.codes?.identifier == "species-guangxi")
    #expect(mapping["landClass"]?.codes?.identifier == "land-class-guangxi")
    #expect(mapping["canopyDensity"]?.ratioUnit == .fraction)
    // The polygons show 亩, whatever the known mapping says.
    #expect(mapping["area"]?.areaUnit == .mu)
    let names = try VectorSource(path: path).description.fields.map(\.name)
    #expect(throws: Never.self) { try ColumnBinding(mapping, available: names) }

    // Used as a mapping, it reads the same areas as the polygons have.
    let catalog = try MappingCatalog(folder: fixture.folder)
    let layer = try #require(
      try FileInspector(mappings: catalog).inspect(path).layers.first)
    #expect(layer.best?.isUsable == true)
    #expect(abs((layer.totals?.ratio ?? 0) - 1) < 1e-3)
  }

  @Test func chineseHeadingsAreMatched() throws {
    let fixture = try InspectFixture()
    let path = try fixture.write(
      "zh", Self.stands,
      names: ["YOU_SHI_SZ": "优势树种", "MIAN_JI": "小班面积", "HUO_LMGQXJ": "公顷蓄积", "CUN": "行政村"])
    let (draft, mapping) = try draft(path, at: fixture.path("my.json5"))
    #expect(draft.missing.isEmpty)
    #expect(mapping["species"]?.names == ["优势树种"])
    #expect(mapping["area"]?.names == ["小班面积"])
    #expect(mapping["volume"]?.names == ["公顷蓄积"])
    #expect(mapping["village"]?.names == ["行政村"])
  }

  @Test func theAreaIsFoundByItsValues() throws {
    let fixture = try InspectFixture()
    let path = try fixture.write("a", Self.stands, names: ["MIAN_JI": "F7"])
    let (_, mapping) = try draft(path, at: fixture.path("my.json5"))
    #expect(mapping["area"]?.names == ["F7"])
    #expect(mapping["area"]?.areaUnit == .mu)
  }

  @Test func whatIsMissingIsMarked() throws {
    let fixture = try InspectFixture()
    let path = try fixture.write("m", Self.stands, names: ["YOU_SHI_SZ": "F1", "CUN": "F2"])
    let (draft, mapping) = try draft(path, at: fixture.path("my.json5"))
    #expect(draft.missing == ["村", "优势树种"])
    #expect(mapping["species"]?.names == ["?"])
    #expect(draft.text.contains("// 优势树种: no column was found. Name it."))
    let names = try VectorSource(path: path).description.fields.map(\.name)
    #expect(throws: MappingError.self) { try ColumnBinding(mapping, available: names) }
  }

  @Test func namesCannotLeaveTheirComment() throws {
    let fixture = try InspectFixture()
    let path = try fixture.write("h", Self.stands)
    let mappings = try InspectFixture.mappings()
    var layer = try #require(
      try FileInspector(mappings: mappings).inspect(path).layers.first)
    layer.layer = "a\"\\b\n}\u{2028}"
    for index in layer.fields.indices {
      layer.fields[index].examples.insert(.init(value: "x\n}, evil: {", count: 1), at: 0)
      if layer.fields[index].name == "BEI_ZHU" { layer.fields[index].name = "b\nz" }
    }
    let destination = fixture.path("hostile.json5")
    let draft = MappingDraft(
      layer, of: "p\nq", mappings: mappings, destination: destination)
    try draft.text.write(toFile: destination, atomically: true, encoding: .utf8)
    let mapping = try MappingCatalog.entry(destination).mapping
    #expect(mapping.title == "a\"\\b\n}\u{2028}（草稿）")
    #expect(mapping.columns.count == 17)
  }
}
