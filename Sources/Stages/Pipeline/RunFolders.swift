internal import Pipeline

/// Where a run writes. Everything that can be known to stand in the way is found before the run
/// starts: hours of work must not end at a file name, and nobody's file is replaced.
struct RunFolders {
  let work: String
  /// With symbolic links followed, so that the folder behind a link is filled, not the link lost.
  let output: String

  init(_ file: PipelineFile) {
    work = Path.absolute(file.workFolder)
    output = Path.absolute(file.outputFolder)
  }

  /// - Throws: `UnusableFolder`, `OutputFolderInUse` or `FileError`.
  func check(publishes: Bool) throws {
    try check(work, .results)
    guard publishes else { return }
    try check(output, .reports)
    if work == output || work.hasPrefix(output + "/") {
      throw UnusableFolder(purpose: .reports, path: output, problem: .holdsResults(work))
    }
    guard Folder.exists(output) else { return }
    // A folder is replaced as a whole, which takes the right to write in the one above.
    if !Folder.isMountPoint(output) { try check(Path.parent(of: output), .reports) }
    // So nothing else may lie in it.
    let strangers = try Folder.names(output).filter { !PublishStage.files.contains($0) }
    guard strangers.isEmpty else { throw OutputFolderInUse(path: output, strangers: strangers) }
  }

  private func check(_ path: String, _ purpose: UnusableFolder.Purpose) throws {
    guard let obstacle = Folder.obstacle(path) else { return }
    let problem: UnusableFolder.Problem =
      switch obstacle {
      case .file(let place): .file(place)
      case .brokenLink(let place): .brokenLink(place)
      case .notWritable(let place): .notWritable(place)
      }
    throw UnusableFolder(purpose: purpose, path: path, problem: problem)
  }

  /// Copies a finished set of reports to where people look for them.
  func publish(_ names: [String], from folder: String) throws {
    // A file system cannot be renamed; its files are replaced one by one.
    guard !Folder.isMountPoint(output) else {
      for name in names { try AtomicFile.copy(folder + "/" + name, to: output + "/" + name) }
      return
    }
    try Folder.publish(output) { draft in
      for name in names { try AtomicFile.copy(folder + "/" + name, to: draft + "/" + name) }
    }
  }
}
