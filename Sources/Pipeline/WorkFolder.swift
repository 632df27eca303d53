/// What earlier runs left in a work folder.
public enum WorkFolder {
  /// The records of all runs that came to an end of some kind, oldest first. A run that died, or
  /// whose record cannot be read, has none.
  public static func runs(_ work: String) throws(FileError) -> [RunRecord] {
    guard Folder.exists(work + "/runs") else { return [] }
    return try Folder.names(work + "/runs").compactMap { name in
      guard let bytes = try? AtomicFile.read("\(work)/runs/\(name)/run.json") else { return nil }
      return try? CanonicalJSON.decode(RunRecord.self, from: bytes)
    }
  }

  /// Removes the results that none of the last finished runs used. Records of runs stay.
  /// - Parameter keepingRuns: at least 1.
  /// - Returns: the folders removed, relative to the work folder.
  /// - Throws: `Busy` while a run is going on, `FileError`.
  public static func prune(_ work: String, keepingRuns: Int) throws -> [String] {
    guard Folder.exists(work) else { return [] }
    let lock = try RunLock(work: work)
    defer { lock.release() }
    let finished = try runs(work).filter { $0.outcome == .finished }
    // Without a finished run nothing tells what is still wanted.
    guard !finished.isEmpty else { return [] }
    let used = Set(finished.suffix(max(1, keepingRuns)).flatMap(\.stages).map(\.folder))
    var removed: [String] = []
    for stage in try Folder.names(work) where stage != "runs" {
      guard Folder.exists(work + "/" + stage) else { continue }
      for name in try Folder.names(work + "/" + stage) {
        let folder = stage + "/" + name
        // Only what a runner made: a folder with a manifest in it.
        guard !used.contains(folder), Manifest.read(folder: work + "/" + folder) != nil else {
          continue
        }
        try Folder.remove(work + "/" + folder)
        removed.append(folder)
      }
    }
    return removed
  }
}
