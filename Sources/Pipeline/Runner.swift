internal import Dispatch
internal import Glibc
internal import Synchronization

/// Runs stages in order and keeps their results in a work folder:
///
///     work/lock                      who is running
///     work/digests.txt               digests of the input files
///     work/<stage>/<fingerprint>/    one result, with its stage.json
///     work/runs/<time>/              plan.json and run.json of each run
///
/// A result folder is renamed into place when its stage has finished: it exists if and only if
/// it is complete.
public struct Runner: Sendable {
  private let stages: [any Stage]
  private let work: String
  private let libraries: [LibraryVersion]
  private let threads: Int
  private let options: RunOptions
  private let interruption: Interruption
  private let observer: (any RunObserver)?

  /// - Parameters:
  ///   - stages: in an order in which every stage follows those it names as upstream.
  ///   - work: made when it does not exist.
  ///   - libraries: what besides the stages' own revisions may change results.
  public init(
    stages: [any Stage], work: String, libraries: [LibraryVersion], threads: Int,
    options: RunOptions = RunOptions(), interruption: Interruption,
    observer: (any RunObserver)? = nil
  ) {
    self.stages = stages
    self.work = work
    self.libraries = libraries
    self.threads = max(1, threads)
    self.options = options
    self.interruption = interruption
    self.observer = observer
  }

  /// What `run` would do, without doing it.
  /// - Throws: `PlanError`, `InputError`, `Interrupted`.
  public func plan() throws -> Plan { try planner.make().plan }

  private var planner: Planner {
    Planner(
      stages: stages, work: work, libraries: libraries, options: options, threads: threads,
      interruption: interruption)
  }

  /// Computes what is missing.
  /// - Throws: `Busy` when another run has the work folder, `PlanError`, `InputError`,
  ///   `Interrupted`, `FileError`, and `StageFailure` for what a stage throws.
  public func run() throws -> RunResult {
    try Folder.create(work)
    let lock = try RunLock(work: work)
    defer { lock.release() }
    try removeDrafts()
    let started = UTCStamp.nowNanoseconds()
    let clock = ContinuousClock()
    let begin = clock.now
    let outcome = try planner.make()
    observer?.note(.planned(outcome.plan))
    let identifier = try makeRunFolder(started)
    let folder = work + "/runs/" + identifier
    try AtomicFile.write(try CanonicalJSON.pretty(outcome.plan), to: folder + "/plan.json")

    var record = RunRecord(
      identifier: identifier, outcome: .finished, started: UTCStamp.readable(started),
      finished: "", seconds: 0, threads: threads, libraries: libraries, stages: [])
    var failure: (any Error)?
    while record.stages.count < stages.count && failure == nil {
      let wave = wave(from: record.stages.count)
      for (index, result) in zip(wave, results(wave, outcome, after: record.stages)) {
        switch result {
        case .success(let result): record.stages.append(result)
        case .failure(let error) where failure == nil:
          let stage = stages[index]
          let isInterrupted = error is Interrupted
          record.outcome = isInterrupted ? .interrupted : .failed
          record.failedStage = stage.name
          record.error = String(describing: error)
          observer?.note(.failed(stage: stage.name, error: error))
          failure = isInterrupted ? error : StageFailure(stage: stage.name, underlying: error)
        case .failure: break
        }
        if failure != nil { break }
      }
    }
    record.finished = UTCStamp.readable(UTCStamp.nowNanoseconds())
    record.seconds = Self.seconds(begin.duration(to: clock.now))
    do {
      try AtomicFile.write(try CanonicalJSON.pretty(record), to: folder + "/run.json")
    } catch {
      // Why the run failed matters more than that its record could not be written.
      throw failure ?? error
    }
    if let failure { throw failure }
    return RunResult(
      identifier: identifier, plan: outcome.plan, stages: record.stages, work: work)
  }

  private static func seconds(_ duration: Duration) -> Double {
    let parts = duration.components
    // Milliseconds are enough for a record.
    return Double(parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000) / 1000
  }

  /// The next stages that do not wait for each other; one where a single thread is wanted.
  private func wave(from first: Int) -> Range<Int> {
    var end = first + 1
    while threads > 1, end < stages.count,
      stages[first..<end].allSatisfy({ !stages[end].upstream.contains($0.name) })
    {
      end += 1
    }
    return first..<end
  }

  /// Finishes the stages of a wave side by side. The error of the first of them counts, whatever the
  /// timing, so that a failure stops only those after it.
  private func results(
    _ wave: Range<Int>, _ outcome: Planner.Outcome, after earlier: [StageResult]
  ) -> [Result<StageResult, any Error>] {
    let turns = wave.count == 1 ? nil : observer.map { TurnTaking($0, count: wave.count) }
    let interruptions = wave.map { _ in Interruption(partOf: interruption) }
    let results = Mutex<[Result<StageResult, any Error>?]>(wave.map { _ in nil })
    let work: @Sendable (Int) -> Void = { place in
      let index = wave.lowerBound + place
      let result = Result {
        try interruptions[place].check()
        return try finish(
          stages[index], outcome.plan.stages[index], outcome.inspectors[index], after: earlier,
          observer: turns?.seat(place) ?? observer, interruption: interruptions[place])
      }
      if case .failure = result { for later in interruptions[(place + 1)...] { later.request() } }
      results.withLock { $0[place] = result }
      turns?.finish(place)
    }
    // Not `concurrentPerform`, inside of which the workers of a stage would get one thread.
    let group = DispatchGroup()
    for place in 1..<max(1, wave.count) {
      DispatchQueue.global().async(group: group) { work(place) }
    }
    work(0)
    group.wait()
    return results.withLock { $0.compactMap(\.self) }
  }

  /// Reuses or computes one stage.
  private func finish(
    _ stage: any Stage, _ planned: PlannedStage, _ inspector: InputInspector,
    after earlier: [StageResult], observer: (any RunObserver)?, interruption: Interruption
  ) throws -> StageResult {
    var result = StageResult(
      name: planned.name, title: planned.title, outcome: .reused, reasons: planned.reasons,
      fingerprint: planned.fingerprint, folder: planned.folder, seconds: 0,
      report: StageReport(), inputs: planned.inputs)
    if planned.isReused, let manifest = Manifest.read(folder: work + "/" + planned.folder) {
      result.report = manifest.report
      observer?.note(.finished(result))
      return result
    }
    observer?.note(.started(stage: stage.name, title: stage.title))
    let clock = ContinuousClock()
    let begin = clock.now
    try inspector.check(interruption: interruption)
    result.report = try compute(
      stage, planned, inspector, after: earlier, observer: observer, interruption: interruption)
    result.outcome = .computed
    result.seconds = Self.seconds(begin.duration(to: clock.now))
    observer?.note(.finished(result))
    return result
  }

  private func compute(
    _ stage: any Stage, _ planned: PlannedStage, _ inspector: InputInspector,
    after earlier: [StageResult], observer: (any RunObserver)?, interruption: Interruption
  ) throws -> StageReport {
    let folder = work + "/" + planned.folder
    let draft = "\(work)/\(stage.name)/draft-\(getpid())-\(planned.fingerprint.short)"
    try Folder.create(draft)
    do {
      let name = stage.name
      let context = StageContext(
        folder: draft, threads: threads,
        progress: ProgressReporter { done, total, unit in
          observer?.note(.progress(stage: name, done: done, total: total, unit: unit))
        },
        interruption: interruption, fingerprint: planned.fingerprint, stage: stage.name,
        results: stage.upstream.compactMap { name in
          earlier.first { $0.name == name }.map {
            UpstreamResult(
              name: name, folder: work + "/" + $0.folder, fingerprint: $0.fingerprint,
              report: $0.report)
          }
        })
      let report = try stage.run(context)
      try inspector.check(interruption: interruption)
      let files = try Folder.synchronizing(draft) {
        try Manifest.files(in: draft, threads: threads, interruption: interruption)
      }
      let manifest = Manifest(
        format: FingerprintBuilder.format, stage: stage.name, title: stage.title,
        revision: stage.revision, configuration: stage.configuration, inputs: planned.inputs,
        upstream: planned.upstream, libraries: libraries, fingerprint: planned.fingerprint,
        report: report, files: files)
      try AtomicFile.write(
        try CanonicalJSON.pretty(manifest), to: draft + "/" + Manifest.fileName)
      // The manifest; nothing is left to do for the other files.
      try Folder.synchronize(draft)
      try Folder.replace(folder, with: draft)
      return report
    } catch {
      try? Folder.remove(draft)
      throw error
    }
  }

  /// Removes what runs that died have left. Nobody else writes here while the lock is held.
  private func removeDrafts() throws(FileError) {
    for stage in stages {
      let folder = work + "/" + stage.name
      guard Folder.exists(folder) else { continue }
      for draft in try Folder.names(folder) where Self.isDraft(draft) {
        try Folder.remove(folder + "/" + draft)
      }
    }
  }

  /// Whether a name is one that `compute` gives: somebody else's `draft-2023` stays where it is.
  private static func isDraft(_ name: String) -> Bool {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3 || (parts.count == 4 && parts[3] == "old"), parts[0] == "draft" else {
      return false
    }
    return !parts[1].isEmpty && parts[1].allSatisfy(\.isWholeNumber)
      && !parts[2].isEmpty && parts[2].allSatisfy(\.isHexDigit)
  }

  /// Makes the folder for the record; two runs in one second get different ones.
  private func makeRunFolder(_ started: Int64) throws(FileError) -> String {
    let stamp = UTCStamp.compact(started)
    var identifier = stamp
    var number = 2
    while Folder.exists(work + "/runs/" + identifier) {
      identifier = "\(stamp)-\(number)"
      number += 1
    }
    try Folder.create(work + "/runs/" + identifier)
    return identifier
  }
}
