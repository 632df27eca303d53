internal import Archive
internal import Foundation
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
    try checkOutput()
    let result = try runner(
      threads: threads, options: options, interruption: interruption, observer: observer
    ).run()
    guard let publish = result.folder(StageName.publish.rawValue) else {
      return PipelineOutcome(result: result, summary: "", files: [])
    }
    let output = file.outputFolder
    try Folder.publish(output) { draft in
      for name in PublishStage.files {
        try FileManager.default.copyItem(
          atPath: publish + "/" + name, toPath: draft + "/" + name)
      }
    }
    return PipelineOutcome(
      result: result,
      summary: String(
        decoding: try AtomicFile.read(publish + "/" + PublishStage.summary), as: UTF8.self),
      files: PublishStage.files.map { output + "/" + $0 })
  }

  /// The output folder is replaced as a whole, so nothing else may lie in it.
  private func checkOutput() throws {
    guard Folder.exists(file.outputFolder) else { return }
    let strangers = try Folder.names(file.outputFolder).filter {
      !PublishStage.files.contains($0)
    }
    guard strangers.isEmpty else {
      throw OutputFolderInUse(path: file.outputFolder, strangers: strangers.sorted())
    }
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
