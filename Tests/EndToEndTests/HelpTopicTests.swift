import Foundation
import Testing

@testable import Commands

@Suite("lintan help TOPIC")
struct HelpTopicTests {
  /// What a block of keys needs around it to be read at all.
  private static func pipeline(_ path: String, key: String) -> String {
    let source = #"survey: 2023, path: "../data/a.csv", mapping: "mappings/national-xiaoban.json5""#
    func with(_ place: String, _ text: String) -> String {
      path == place ? text.isEmpty ? "\(key): 1" : "\(text), \(key): 1" : text
    }
    let shift =
      "convention: \"position-vector\", dx: 0, dy: 0, dz: 0, rx: 0, ry: 0, rz: 0, scale: 0, source: \"a\""
    let list = #"path: "../data/a.csv", mapping: "mappings/sample-tenure-list.json5""#
    let price = #"low: 1, middle: 2, high: 3, source: "a""#
    return """
      { name: "a", title: "a",
        sources: {
          inventory: [{ \(with("sources.inventory[]", source)),
            datumShift: { \(with("sources.inventory[].datumShift", shift)) } }],
          tenureLists: [{ \(with("sources.tenureLists[]", list)) }],
          \(path == "sources" ? "\(key): 1" : "") },
        methods: [{ \(with("methods[]", #"file: "methods/guangdong-forestry.json5""#)) }],
        checks: { \(with("checks", "")) },
        bands: { \(with("bands", "subcompartments: false")) },
        tenure: { \(with("tenure", "")) }, growth: { \(with("growth", "")) },
        revenue: { \(with("revenue", "")) }, publish: { \(with("publish", "")) },
        prices: { "guangdong-forestry-surrogate": { \(with("prices.METHOD", price)) } },
        \(path.isEmpty ? "\(key): 1" : "") }
      """
  }

  @Test("the keys listed are those that the loader knows")
  func keys() throws {
    let trap = try TrapRun()
    try trap.workspace.write("XIAN,CUN\n1,2\n", to: "data/a.csv")
    for block in PipelineKeys.blocks {
      try trap.workspace.write(
        Self.pipeline(block.path, key: "nonsense"), to: "pipelines/help.json5")
      let outcome = try trap.workspace.lintan("plan", trap.workspace.path("pipelines/help.json5"))
      let line = outcome.errors.split(separator: "\n").first { $0.contains("known: ") }
      let text = try #require(line, "\(block.path): \(outcome.errors)")
      let known = text.split(separator: "known: ").last?.split(separator: ", ").map(String.init)
      #expect(
        known?.sorted() == block.keys.map(\.name).sorted(),
        "keys of “\(block.path)” in PipelineKeys and in PipelineLoader")
    }
  }

  @Test("mapping fields come with their units and words")
  func mapping() throws {
    let text = try Workspace().lintan("help", "mapping").output
    for word in [
      "canopyDensity", "郁闭度", "fraction, percent", "m3-per-mu", "arbor-forest", "area *",
    ] {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test("every topic named in the overview has a text")
  func overview() throws {
    let overview = HelpText.overview(of: nil)
    for (topic, _) in HelpTopics.list {
      #expect(overview.contains("lintan help \(topic)"))
      #expect(HelpTopics.text(topic)?.isEmpty == false)
    }
    #expect(HelpText.overview(of: "code-lists").contains("code,name,meaning,standing"))
  }
}
