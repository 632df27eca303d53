import Dispatch
import Foundation
import Pipeline
import Synchronization
import Testing

/// Stages that do not wait for each other run at the same time, and nobody can tell from what is
/// said or kept.
@Suite struct SideBySideTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  struct Refusal: Error, Equatable { var stage: String }

  private func run(
    _ stages: [TestStage], threads: Int = 2, observer: (any RunObserver)? = nil
  ) throws -> RunResult {
    try Runner(
      stages: stages, work: scratch.path("work"), libraries: [], threads: threads,
      interruption: Interruption(), observer: observer
    ).run()
  }

  /// `tenure` waits until `quantify` is through, so that they can only run side by side.
  private func waiting(
    tenure: @escaping @Sendable () throws -> Void = {},
    quantify: @escaping @Sendable () throws -> Void = {}
  ) -> [TestStage] {
    let done = DispatchSemaphore(value: 0)
    return [
      TestStage(name: "ingest"),
      TestStage(
        name: "tenure", upstream: ["ingest"],
        before: { _ in
          guard done.wait(timeout: .now() + 30) == .success else { throw Refusal(stage: "alone") }
          try tenure()
        }),
      TestStage(
        name: "quantify", upstream: ["ingest"],
        before: { _ in
          defer { done.signal() }
          try quantify()
        }),
      TestStage(name: "rank", upstream: ["tenure", "quantify"]),
    ]
  }

  @Test func whoIsDoneFirstDoesNotShow() throws {
    let log = EventLog()
    let result = try run(waiting(), observer: log)
    #expect(result.stages.map(\.name) == ["ingest", "tenure", "quantify", "rank"])
    #expect(
      log.texts == [
        "planned 4",
        "started ingest", "progress ingest 1/1 files", "computed ingest",
        "started tenure", "progress tenure 1/1 files", "computed tenure",
        "started quantify", "progress quantify 1/1 files", "computed quantify",
        "started rank", "progress rank 1/1 files", "computed rank",
      ])
  }

  @Test func theFirstStageThatFailsIsNamedEvenIfALaterOneFailsBefore() throws {
    let stages = waiting(
      tenure: { throw Refusal(stage: "tenure") }, quantify: { throw Refusal(stage: "quantify") })
    let failure = #expect(throws: StageFailure.self) { try run(stages) }
    #expect(failure?.stage == "tenure")
    #expect(failure?.underlying as? Refusal == Refusal(stage: "tenure"))
  }

  @Test func aLaterFailureDoesNotStopAnEarlierStage() throws {
    let stages = waiting(quantify: { throw Refusal(stage: "quantify") })
    let failure = #expect(throws: StageFailure.self) { try run(stages) }
    #expect(failure?.stage == "quantify")
    // What is whole is kept: only what failed and what follows is computed by the next run.
    let next = try run(waiting().map { TestStage(name: $0.name, upstream: $0.upstream) })
    #expect(next.stages.map(\.outcome) == [.reused, .reused, .computed, .computed])
  }

  @Test func oneThreadMeansOneStageAtATime() throws {
    let running = Mutex(0)
    let most = Mutex(0)
    let stages = ["ingest", "tenure", "quantify", "rank"].map { name in
      TestStage(
        name: name, upstream: name == "ingest" ? [] : ["ingest"],
        before: { _ in
          let now = running.withLock { count in
            count += 1
            return count
          }
          most.withLock { $0 = max($0, now) }
          Thread.sleep(forTimeInterval: 0.02)
        },
        after: { _ in running.withLock { $0 -= 1 } })
    }
    _ = try run(stages, threads: 1)
    #expect(most.withLock(\.self) == 1)
  }
}
