import Foundation
import Pipeline
import Testing

@Suite struct RunnerTests {
  let scratch: Scratch
  let work: String

  init() throws {
    scratch = try Scratch()
    work = scratch.path("work")
    try scratch.write("plots", to: "in/survey.dbf")
    try scratch.write("rights", to: "in/tenure.csv")
  }

  struct Refusal: Error, Equatable {}

  func stages() -> [TestStage] {
    [
      TestStage(
        name: "ingest",
        inputs: [StageInput(role: "survey", paths: [scratch.path("in/survey.dbf")])]),
      TestStage(
        name: "tenure",
        inputs: [StageInput(role: "tenure", paths: [scratch.path("in/tenure.csv")])],
        upstream: ["ingest"]),
      TestStage(name: "quantify", upstream: ["ingest"]),
      TestStage(name: "rank", upstream: ["tenure", "quantify"]),
    ]
  }

  func runner(
    _ stages: [TestStage], _ options: RunOptions = RunOptions(), version: String = "1",
    interruption: Interruption = Interruption(), observer: (any RunObserver)? = nil
  ) -> Runner {
    Runner(
      stages: stages, work: work, libraries: [LibraryVersion(name: "GDAL", version: version)],
      threads: 2, options: options, interruption: interruption, observer: observer)
  }

  func outcomes(_ result: RunResult) -> [StageResult.Outcome] { result.stages.map(\.outcome) }

  /// `stage: kind subject, …` for every stage that has a reason.
  func reasons(_ plan: Plan) -> [String] {
    plan.stages.filter { !$0.isReused }.map { stage in
      stage.name + ": "
        + stage.reasons.map {
          [$0.kind.rawValue, $0.subject].compactMap { $0 }.joined(separator: " ")
        }
        .joined(separator: ", ")
    }
  }

  @Test func aSecondRunReusesEverythingAndReportsTheSame() throws {
    let first = try runner(stages()).run()
    #expect(outcomes(first) == Array(repeating: .computed, count: 4))
    #expect(reasons(first.plan) == stages().map { $0.name + ": no result yet" })
    let manifest = try scratch.read("work/" + first.stages[0].folder + "/stage.json")
    let second = try runner(stages()).run()
    #expect(outcomes(second) == Array(repeating: .reused, count: 4))
    for (a, b) in zip(first.stages, second.stages) {
      #expect(a.folder == b.folder)
      #expect(a.report.lines == b.report.lines)
      #expect(a.report.facts.prefix(2) == b.report.facts.prefix(2))
      #expect(b.report["share"] == .number(3), "a number stays one, even when it is whole")
      guard case .number(let unknown) = b.report["unknown"] else {
        Issue.record("lost")
        continue
      }
      #expect(unknown.isNaN)
    }
    #expect(try scratch.read("work/" + first.stages[0].folder + "/stage.json") == manifest)
    let rank = try #require(second.folder("rank"))
    let text = String(decoding: try AtomicFile.read(rank + "/out.txt"), as: UTF8.self)
    #expect(
      text == "rank 1 {}\ntenure 1 {}\nrights\ningest 1 {}\nplots\n"
        + "quantify 1 {}\ningest 1 {}\nplots\n")
  }

  @Test func twoWorkFoldersHoldTheSameBytes() throws {
    let first = try runner(stages()).run()
    let other = Runner(
      stages: stages(), work: scratch.path("elsewhere/deep"),
      libraries: [LibraryVersion(name: "GDAL", version: "1")], threads: 1,
      interruption: Interruption())
    let second = try other.run()
    for stage in first.stages {
      for file in ["stage.json", "out.txt"] {
        let a = try AtomicFile.read(try #require(first.folder(stage.name)) + "/" + file)
        let b = try AtomicFile.read(try #require(second.folder(stage.name)) + "/" + file)
        #expect(a == b)
      }
    }
  }

  @Test func everyReasonIsNamedAndOnlyWhatDependsOnItRunsAgain() throws {
    _ = try runner(stages()).run()
    #expect(reasons(try runner(stages()).plan()) == [])

    var changed = stages()
    changed[2].configuration = "{\"years\":5}"
    #expect(
      reasons(try runner(changed).plan()) == [
        "quantify: configuration changed years", "rank: upstream changed quantify",
      ])
    changed = stages()
    changed[1].revision = 2
    #expect(
      reasons(try runner(changed).plan()) == [
        "tenure: algorithm revision changed", "rank: upstream changed tenure",
      ])
    #expect(
      reasons(try runner(stages(), version: "2").plan()).first
        == "ingest: library version changed GDAL")
    try scratch.write("other rights", to: "in/tenure.csv")
    #expect(
      reasons(try runner(stages()).plan()) == [
        "tenure: input changed tenure", "rank: upstream changed tenure",
      ])
    #expect(outcomes(try runner(stages()).run()) == [.reused, .computed, .reused, .computed])
    // Back to what was: the old results are still there.
    try scratch.write("rights", to: "in/tenure.csv")
    #expect(outcomes(try runner(stages()).run()) == Array(repeating: .reused, count: 4))
  }

  @Test func touchingAnInputIsNoReason() throws {
    _ = try runner(stages()).run()
    try scratch.age("in/survey.dbf")
    #expect(reasons(try runner(stages()).plan()) == [])
  }

  @Test func renamingAnInputIsAReason() throws {
    _ = try runner(stages()).run()
    var changed = stages()
    try scratch.write("plots", to: "in/other.dbf")
    changed[0].inputs[0].paths = [scratch.path("in/other.dbf")]
    #expect(reasons(try runner(changed).plan()).first == "ingest: input changed survey")
  }

  @Test func stagesCanBeForced() throws {
    _ = try runner(stages()).run()
    let from = try runner(stages(), RunOptions(from: "quantify")).run()
    #expect(outcomes(from) == [.reused, .reused, .computed, .computed])
    #expect(reasons(from.plan) == ["quantify: forced", "rank: forced"])
    let all = try runner(stages(), RunOptions(force: true)).run()
    #expect(outcomes(all) == Array(repeating: .computed, count: 4))
    #expect(throws: PlanError.unknownStage(name: "x", known: stages().map(\.name))) {
      try runner(stages(), RunOptions(from: "x")).run()
    }
  }

  @Test func aDamagedResultIsMadeAgain() throws {
    let first = try runner(stages()).run()
    try scratch.write("short", to: "work/" + first.stages[0].folder + "/out.txt")
    try scratch.write("{", to: "work/" + first.stages[2].folder + "/stage.json")
    let again = try runner(stages()).run()
    #expect(reasons(again.plan) == ["ingest: result damaged", "quantify: result damaged"])
    #expect(outcomes(again) == [.computed, .reused, .computed, .reused])
    #expect(
      try scratch.read("work/" + first.stages[0].folder + "/out.txt") == "ingest 1 {}\nplots\n")
  }

  @Test func aResultOverwrittenAtItsSizeIsMadeAgain() throws {
    let first = try runner(stages()).run()
    let name = "work/" + first.stages[1].folder + "/out.txt"
    let sound = try scratch.read(name)
    try scratch.write(String(sound.reversed()), to: name)
    let again = try runner(stages()).run()
    #expect(reasons(again.plan) == ["tenure: result damaged"])
    #expect(try scratch.read(name) == sound)
    // A copy of the work folder, with other times, is as good.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: scratch.path(name))
    #expect(reasons(try runner(stages()).run().plan).isEmpty)
  }

  @Test func onlyDraftsOfRunsAreRemoved() throws {
    for name in ["ingest/draft-2023", "ingest/draft-a-b", "plans/draft-1-abc"] {
      try scratch.write("mine", to: "work/\(name)/a.txt")
    }
    _ = try runner(stages()).run()
    for name in ["ingest/draft-2023", "ingest/draft-a-b", "plans/draft-1-abc"] {
      #expect(try scratch.read("work/\(name)/a.txt") == "mine")
    }
  }

  @Test func leftoversOfADeadRunAreRemoved() throws {
    try scratch.write("half", to: "work/ingest/draft-1-abc/out.txt")
    try scratch.write("half", to: "work/ingest/draft-1-abc-old/out.txt")
    _ = try runner(stages()).run()
    #expect(!scratch.exists("work/ingest/draft-1-abc"))
    #expect(!scratch.exists("work/ingest/draft-1-abc-old"))
    #expect(try Folder.names(work + "/ingest").count == 1)
  }

  @Test func aFailingStageLeavesNoResultAndTheEarlierOnesRemain() throws {
    var failing = stages()
    failing[2].after = { _ in throw Refusal() }
    let log = EventLog()
    do {
      _ = try runner(failing, observer: log).run()
      Issue.record("ran")
    } catch let error as StageFailure {
      #expect(error.stage == "quantify")
      #expect(error.underlying as? Refusal == Refusal())
    }
    #expect(try Folder.names(work + "/quantify") == [])
    #expect(!scratch.exists("work/rank"))
    #expect(
      log.texts == [
        "planned 4", "started ingest", "progress ingest 1/1 files", "computed ingest",
        "started tenure", "progress tenure 1/1 files", "computed tenure", "started quantify",
        "progress quantify 1/1 files", "failed quantify",
      ])
    let runs = try Folder.names(work + "/runs")
    let record = try scratch.read("work/runs/\(try #require(runs.first))/run.json")
    #expect(record.contains("\"outcome\" : \"failed\""))
    #expect(record.contains("\"failedStage\" : \"quantify\""))
    #expect(outcomes(try runner(stages()).run()) == [.reused, .reused, .computed, .computed])
    #expect(try Folder.names(work + "/runs").count == 2)
  }

  @Test func anInterruptionIsReportedAsOne() throws {
    let interruption = Interruption()
    var stopped = stages()
    stopped[0].before = { context in
      interruption.request()
      try context.interruption.check()
    }
    #expect(throws: Interrupted()) { try runner(stopped, interruption: interruption).run() }
    #expect(try Folder.names(work + "/ingest") == [])
  }

  @Test func aSecondRunAtTheSameTimeIsRefused() throws {
    var outer = stages()
    let inner = runner(stages())
    let work = work
    outer[0].before = { _ in
      #expect(throws: Busy.self) { try inner.run() }
      do { _ = try inner.run() } catch let busy as Busy {
        #expect(busy.holder == ProcessInfo.processInfo.processIdentifier)
        #expect(busy.path == work + "/lock")
      }
      // Planning needs no lock.
      #expect(try inner.plan().stages.count == 4)
    }
    _ = try runner(outer).run()
    _ = try runner(stages()).run()
  }

  @Test(arguments: [true, false])
  func anInputThatChangesWhileTheStageRunsIsAnError(inPlace: Bool) throws {
    let scratch = scratch
    var racing = stages()
    racing[0].before = { _ in
      // Same length, same modification time afterwards.
      let path = scratch.path("in/survey.dbf")
      let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
      if inPlace {
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try handle.write(contentsOf: Data("PLOTS".utf8))
        try handle.close()
      } else {
        try Data("PLOTS".utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      }
      try FileManager.default.setAttributes([.modificationDate: date as Any], ofItemAtPath: path)
    }
    do {
      _ = try runner(racing).run()
      Issue.record("ran")
    } catch let error as StageFailure {
      #expect(
        error.underlying as? InputError
          == InputError(
            stage: "ingest", role: "survey", path: scratch.path("in/survey.dbf"), problem: .changed)
      )
    }
    #expect(try Folder.names(work + "/ingest") == [])
  }

  @Test func anInputThatDisappearsBeforeItsTurnIsAnError() throws {
    let scratch = scratch
    var racing = stages()
    racing[0].before = { _ in try Folder.remove(scratch.path("in/tenure.csv")) }
    do {
      _ = try runner(racing).run()
      Issue.record("ran")
    } catch let error as StageFailure {
      #expect(error.stage == "tenure")
      #expect((error.underlying as? InputError)?.problem == .disappeared)
    }
  }

  @Test func aMissingInputIsToldBeforeAnythingRuns() throws {
    try Folder.remove(scratch.path("in/tenure.csv"))
    #expect(
      throws: InputError(
        stage: "tenure", role: "tenure", path: scratch.path("in/tenure.csv"), problem: .missing)
    ) { try runner(stages()).run() }
    #expect(!scratch.exists("work/ingest"))
  }

  @Test func aFolderCountsWithAllItsFilesButLocks() throws {
    var geodatabase = [stages()[0]]
    geodatabase[0].inputs = [StageInput(role: "survey", paths: [scratch.path("in")])]
    let first = try runner(geodatabase).run()
    #expect(first.stages[0].inputs[0].files.map(\.name) == ["in/survey.dbf", "in/tenure.csv"])
    try scratch.write("", to: "in/x.lock")
    #expect(reasons(try runner(geodatabase).plan()) == [])
    try scratch.write("", to: "in/new")
    #expect(reasons(try runner(geodatabase).plan()) == ["ingest: input changed survey"])
    try Folder.create(scratch.path("empty"))
    geodatabase[0].inputs[0].paths = [scratch.path("empty")]
    do {
      _ = try runner(geodatabase).plan()
      Issue.record("planned")
    } catch let error as InputError { #expect(error.problem == .empty) }
  }

  @Test func planningLeavesNoTrace() throws {
    #expect(try runner(stages()).plan().stages.count == 4)
    #expect(!scratch.exists("work"))
  }

  @Test func stagesThatMakeNoPipelineAreRefused() throws {
    var wrong = stages()
    wrong[0].upstream = ["rank"]
    #expect(throws: PlanError.unknownUpstream(stage: "ingest", upstream: "rank")) {
      try runner(wrong).plan()
    }
    #expect(throws: PlanError.duplicateStage(name: "ingest")) {
      try runner([stages()[0], stages()[0]]).plan()
    }
    for name in ["", "runs", "draft 1", "../x", "小班"] {
      #expect(throws: PlanError.invalidName(name: name)) {
        try runner([TestStage(name: name)]).plan()
      }
    }
  }

  @Test func aStageReadsOnlyTheResultsItNamed() throws {
    var wrong = stages()
    wrong[2].before = { context in _ = try context.upstreamFolder("tenure") }
    do {
      _ = try runner(wrong).run()
      Issue.record("ran")
    } catch let error as StageFailure {
      #expect(
        error.underlying as? UndeclaredUpstream
          == UndeclaredUpstream(stage: "quantify", upstream: "tenure"))
    }
  }
}
