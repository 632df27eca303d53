import Commands
import Foundation
import Testing

@Suite("What a mistake leads to")
struct FailureTests {
  /// Changes the demonstration, runs it, and expects one clear message and no result.
  private func expect(
    _ code: ExitCode, mentions words: [String], _ change: (Workspace) throws -> Void
  ) throws {
    let workspace = try Workspace()
    try workspace.copyDemo()
    try change(workspace)
    let outcome = try workspace.run("pipelines/demo.json5")
    #expect(outcome.exitCode == code, "\(outcome.errors)")
    #expect(outcome.errors.components(separatedBy: "error: ").count == 2, "one message")
    for word in words {
      #expect(outcome.errors.contains(word), "“\(word)” is not in: \(outcome.errors)")
    }
    #expect(!workspace.exists("output"), "no half-written result")
    let drafts = FileManager.default.enumerator(atPath: workspace.path("work"))?
      .compactMap { $0 as? String }.filter { $0.contains("draft") }
    #expect((drafts ?? []).isEmpty, "no half-written stage")
  }

  private static let data = "sample-data/xiaoban_2023_449921"

  @Test("unknown species code")
  func unknownSpecies() throws {
    try expect(
      .data,
      mentions: [
        "xiaoban_2023_449921.shp", "YOU_SHI_SZ", "“777”", "species-national", "quarantine",
      ]
    ) { workspace in
      try workspace.edit(
        "pipelines/codes/species-national.csv", "code,name,meaning,standing",
        "code,name,meaning,standing\n888,无,灌木,user")
      let path = workspace.path(Self.data + ".dbf")
      var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      let column = try #require(DBFColumn(named: "YOU_SHI_SZ", in: bytes))
      bytes.replaceSubrange(column.range(row: 3), with: Array("777   ".utf8.prefix(column.width)))
      try bytes.write(to: URL(fileURLWithPath: path))
    }
  }

  @Test("missing file")
  func missingFile() throws {
    try expect(.noInput, mentions: ["absent.shp", "no such file"]) { workspace in
      try workspace.edit("pipelines/demo.json5", "xiaoban_2023_*.shp", "absent.shp")
    }
  }

  @Test("missing column")
  func missingColumn() throws {
    try expect(
      .missingColumn, mentions: ["xiaoban_", "MIAN_JI_X", "area", "national-xiaoban.json5"]
    ) { workspace in
      try workspace.edit(
        "pipelines/mappings/national-xiaoban.json5", #"column: "MIAN_JI""#,
        #"column: "MIAN_JI_X""#)
    }
  }

  @Test("empty layer")
  func emptyLayer() throws {
    try expect(.emptyLayer, mentions: ["empty.csv", "no rows"]) { workspace in
      try workspace.write(
        """
        XIAN,XIANG,CUN,LIN_BAN,XIAO_BAN,MIAN_JI,DI_LEI,YOU_SHI_SZ

        """, to: "sample-data/empty.csv")
      try workspace.edit("pipelines/demo.json5", "xiaoban_2023_*.shp", "empty.csv")
    }
  }

  @Test("a folder instead of a file")
  func folder() throws {
    try expect(.wrongKind, mentions: ["sample-data", "folder"]) { workspace in
      try workspace.edit(
        "pipelines/demo.json5", "../sample-data/xiaoban_2023_*.shp", "../sample-data")
    }
  }

  @Test("a misspelt key in the pipeline file")
  func typo() throws {
    try expect(.configuration, mentions: ["demo.json5:", "mehtods", "methods"]) { workspace in
      try workspace.edit("pipelines/demo.json5", "  methods: [", "  mehtods: [")
    }
  }

  @Test("a pipeline file that is not JSON5")
  func syntax() throws {
    try expect(.configuration, mentions: ["demo.json5:5:", "expected"]) { workspace in
      try workspace.edit("pipelines/demo.json5", "title: \"示例县林业碳汇候选村\",", "title \"示例县\",")
    }
  }

  @Test("an impossible coefficient names file, path and range")
  func impossibleCoefficient() throws {
    try expect(
      .configuration, mentions: ["sanming-forest-ticket.json5:", "density", "4", "1.3"]
    ) { workspace in
      try workspace.edit(
        "pipelines/methods/sanming-forest-ticket.json5",
        #"group: "马尾松", density: 0.380"#, #"group: "马尾松", density: 4"#)
    }
  }

  @Test("a truncated .dbf")
  func truncated() throws {
    try expect(.damaged, mentions: ["xiaoban_2023_449921", "damaged"]) { workspace in
      let url = URL(fileURLWithPath: workspace.path(Self.data + ".dbf"))
      let bytes = try Data(contentsOf: url)
      try bytes.prefix(bytes.count / 2).write(to: url)
    }
  }

  @Test("unknown commands and options suggest the right one, exit code 64")
  func usage() throws {
    let workspace = try Workspace()
    let command = try workspace.lintan("rnu", "x")
    #expect(command.exitCode == .usage)
    #expect(command.errors.contains("lintan run"))
    let option = try workspace.lintan("run", "x.json5", "--treads", "2")
    #expect(option.exitCode == .usage)
    #expect(option.errors.contains("--threads"))
    #expect(try workspace.lintan("run").exitCode == .usage)
    #expect(try workspace.lintan("help").exitCode == .success)
  }
}
