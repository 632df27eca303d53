import Pipeline
import Testing

@Suite struct WorkFolderTests {
  let scratch: Scratch
  init() throws { scratch = try Scratch() }

  func run(_ configuration: String) throws -> RunResult {
    try Runner(
      stages: [
        TestStage(name: "ingest"),
        TestStage(name: "quantify", configuration: configuration, upstream: ["ingest"]),
      ], work: scratch.path("work"), libraries: [], threads: 1, interruption: Interruption()
    ).run()
  }

  @Test func onlyWhatTheLastRunsUsedIsKept() throws {
    let first = try run("1")
    let second = try run("2")
    let third = try run("3")
    try scratch.write("mine", to: "work/notes/keep/a.txt")
    #expect(
      try WorkFolder.runs(scratch.path("work")).map(\.identifier)
        == [first, second, third].map(\.identifier))
    let removed = try WorkFolder.prune(scratch.path("work"), keepingRuns: 2)
    #expect(removed == [first.stages[1].folder])
    // The shared upstream result is older than any and still in use.
    #expect(scratch.exists("work/" + first.stages[0].folder))
    #expect(scratch.exists("work/notes/keep/a.txt"))
    #expect(try run("2").stages.map(\.outcome) == [.reused, .reused])
    #expect(try run("1").stages.map(\.outcome) == [.reused, .computed])
  }

  @Test func withoutAFinishedRunNothingIsRemoved() throws {
    #expect(try WorkFolder.prune(scratch.path("none"), keepingRuns: 1) == [])
    let result = try run("1")
    try Folder.remove(scratch.path("work/runs"))
    #expect(try WorkFolder.prune(scratch.path("work"), keepingRuns: 1) == [])
    #expect(scratch.exists("work/" + result.stages[0].folder))
  }
}
