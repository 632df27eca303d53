internal import Pipeline

/// The results that an explanation reads: those of one run of a work folder.
struct RunResults: Sendable {
  let work: String
  let record: RunRecord
  /// Nil where only a folder is known.
  let pipeline: PipelineFile?
  let pipelinePath: String?
  private let manifests: [String: Manifest]

  /// - Parameters:
  ///   - path: a pipeline file, a work folder, or a run's folder in one.
  ///   - workFolder: overrides where the pipeline keeps its results.
  init(_ path: String, workFolder: String?) throws {
    guard Self.exists(path) else { throw ExplainError.noSuchRun(path: path) }
    var runs: [RunRecord]
    if !Folder.exists(path) {
      let loaded = try PipelineLoader.load(path, workFolder: workFolder)
      pipeline = loaded
      pipelinePath = path
      work = loaded.workFolder
      runs = try WorkFolder.runs(work)
    } else {
      pipeline = nil
      pipelinePath = nil
      let parent = Path.parent(of: Path.absolute(path))
      if Folder.exists(path + "/runs") {
        work = path
        runs = try WorkFolder.runs(work)
      } else if Path.name(of: parent) == "runs" {
        work = Path.parent(of: parent)
        let name = Path.name(of: Path.absolute(path))
        runs = try WorkFolder.runs(work).filter { $0.identifier == name }
      } else {
        throw ExplainError.notARun(path: path)
      }
    }
    guard let chosen = Self.choose(runs, work) else { throw ExplainError.noResults(work: work) }
    record = chosen
    var manifests: [String: Manifest] = [:]
    for stage in chosen.stages {
      manifests[stage.name] = Manifest.read(folder: work + "/" + stage.folder)
    }
    self.manifests = manifests
  }

  private static func exists(_ path: String) -> Bool {
    Folder.exists(path) || (try? AtomicFile.read(path)) != nil
  }

  /// The newest run that came to quantities; else the newest that came to an inventory.
  private static func choose(_ runs: [RunRecord], _ work: String) -> RunRecord? {
    func newest(with name: StageName) -> RunRecord? {
      runs.last { run in
        run.stages.contains {
          $0.name == name.rawValue && Manifest.read(folder: work + "/" + $0.folder) != nil
        }
      }
    }
    return newest(with: .quantify) ?? newest(with: .ingest)
  }

  /// The result folder of a stage; nil when the run did not come that far or it was removed.
  func folder(_ stage: StageName) -> String? {
    guard manifests[stage.rawValue] != nil else { return nil }
    return record.stages.last { $0.name == stage.rawValue }.map { work + "/" + $0.folder }
  }

  /// Stages that the run finished and whose results are no longer there.
  var missingStages: [StageName] {
    record.stages.filter { manifests[$0.name] == nil }.compactMap { StageName(rawValue: $0.name) }
  }

  /// A file of a stage's result that is not as it was made, or is gone; nil where all are.
  func changedFile(_ stage: StageName) throws -> String? {
    guard let folder = folder(stage) else { return nil }
    return try manifest(stage)?.changedFile(in: folder)
  }

  func manifest(_ stage: StageName) -> Manifest? { manifests[stage.rawValue] }

  var results: [SubcompartmentExplanation.Run.Result] {
    record.stages.filter { manifests[$0.name] != nil }.map {
      .init(stage: $0.name, folder: $0.folder, fingerprint: $0.fingerprint.hex)
    }
  }

  /// The stages whose settings in the pipeline file are no longer those of the results.
  var outdatedStages: [StageName] {
    guard let pipeline, let pipelinePath else { return [] }
    let stages: [any Stage] = [
      IngestStage(pipeline: pipeline, pipelinePath: pipelinePath), TenureStage(pipeline: pipeline),
      QuantifyStage(pipeline: pipeline), ScreenStage(pipeline: pipeline),
    ]
    return stages.compactMap { stage in
      guard let manifest = manifests[stage.name] else { return nil }
      return manifest.configuration == stage.configuration ? nil : StageName(rawValue: stage.name)
    }
  }
}
