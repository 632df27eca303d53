internal import Archive
internal import Geospatial
public import Pipeline

/// A pipeline file ready to be run.
public struct PipelineRun: Sendable {
  public let file: PipelineFile
  private let stages: [any Stage]

  /// Reads the file and everything that it names.
  ///
  /// - Parameters:
  ///   - path: the pipeline file.
  ///   - workFolder: where stage results are kept; nil as the file says, or `work/<name>`.
  ///   - outputFolder: where reports are put; nil as the file says, or `output/<name>`.
  /// - Throws: `ConfigurationError`, `InputFileError`, `CodeListError` or `SourceError`.
  public init(
    path: String, workFolder: String? = nil, outputFolder: String? = nil
  ) throws {
    let file = try PipelineLoader.load(
      path, workFolder: workFolder, outputFolder: outputFolder)
    self.file = file
    let shelf = ResultShelf()
    let chain: [any Stage] = [
      IngestStage(pipeline: file, pipelinePath: path, shelf: shelf),
      TenureStage(pipeline: file, shelf: shelf),
      QuantifyStage(pipeline: file, shelf: shelf), ScreenStage(pipeline: file, shelf: shelf),
      RankStage(pipeline: file, shelf: shelf),
      PublishStage(pipeline: file),
    ]
    stages = Array(chain.prefix(file.stages.count))
  }

  /// What would be done and why, without doing it.
  public func plan(options: RunOptions = RunOptions()) throws -> Plan {
    try runner(
      threads: 1, options: options, interruption: Interruption(), observer: nil
    ).plan()
  }

  /// Runs all stages that have no result yet and puts the reports in the output folder.
  public func run(
    threads: Int, options: RunOptions = RunOptions(), interruption: Interruption,
    observer: (any RunObserver)? = nil
  ) throws -> PipelineOutcome {
    let folders = RunFolders(file)
    try folders.check(publishes: file.stages.contains(.publish))
    let result = try runner(
      threads: threads, options: options, interruption: interruption, observer: observer
    ).run()
    guard let publish = result.folder(StageName.publish.rawValue) else {
      return PipelineOutcome(result: result, summary: "", files: [])
    }
    try folders.publish(PublishStage.files, from: publish)
    return PipelineOutcome(
      result: result,
      summary: String(
        decoding: try AtomicFile.read(publish + "/" + PublishStage.summary), as: UTF8.self),
      files: PublishStage.files.map { file.outputFolder + "/" + $0 })
  }

  private func runner(
    threads: Int, options: RunOptions, interruption: Interruption,
    observer: (any RunObserver)?
  ) -> Runner {
    Runner(
      stages: stages, work: file.workFolder, libraries: Self.libraries, threads: threads,
      options: options, interruption: interruption, observer: observer)
  }

  /// Versions on which results may depend.
  private static var libraries: [LibraryVersion] {
    let versions = LibraryVersions.current
    return [
      LibraryVersion(name: "GDAL", version: versions.gdal),
      LibraryVersion(name: "PROJ", version: versions.proj),
      LibraryVersion(name: "GEOS", version: versions.geos),
      LibraryVersion(name: "SQLite", version: Connection.libraryVersion),
    ]
  }
}
