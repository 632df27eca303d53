/// `stage.json`: what a result was made from and what it consists of. Holds neither clock nor
/// place, so the same work gives the same bytes.
public struct Manifest: Codable, Sendable, Equatable {
  public struct Upstream: Codable, Sendable, Equatable {
    public var name: String
    public var fingerprint: Fingerprint
  }

  public struct File: Codable, Sendable, Equatable {
    public var name: String
    public var bytes: Int64
    /// `ContentHash` of the content; nil in results of versions that did not take it.
    public var digest: String?
  }

  static let fileName = "stage.json"

  public var format: Int
  public var stage: String
  public var title: String
  public var revision: Int
  public var configuration: String
  public var inputs: [InputRecord]
  public var upstream: [Upstream]
  public var libraries: [LibraryVersion]
  public var fingerprint: Fingerprint
  public var report: StageReport
  /// The files of the result, this one excepted.
  public var files: [File]

  /// The manifest in a result folder; nil when there is none that can be read.
  public static func read(folder: String) -> Manifest? {
    guard let bytes = try? AtomicFile.read(folder + "/" + fileName) else { return nil }
    return try? CanonicalJSON.decode(Manifest.self, from: bytes)
  }

  /// The files that lie in a result folder, with their digests.
  static func files(
    in folder: String, threads: Int, interruption: Interruption
  ) throws -> [File] {
    let found = try Folder.files(folder).filter { $0.name != fileName }
    return try found.map { file in
      let digest = try ContentHash.digest(
        file: folder + "/" + file.name, threads: threads, interruption: interruption)
      return File(name: file.name, bytes: file.bytes, digest: digest.hex)
    }
  }

  /// Whether the folder still holds what was put there. Files that were not touched since they were
  /// last read are not read again.
  func isComplete(
    in folder: String, cache: inout DigestCache, interruption: Interruption
  ) throws -> Bool {
    let found = ((try? Folder.files(folder)) ?? []).filter { $0.name != Self.fileName }
    guard found.map(\.name) == files.map(\.name), found.map(\.bytes) == files.map(\.bytes) else {
      return false
    }
    let change = try firstChange(in: folder) {
      try cache.digest($0, interruption: interruption).digest
    }
    return change == nil
  }

  /// The first file that is not what was put into the folder, or is gone; nil where all are as they
  /// were. All of them are read.
  public func changedFile(in folder: String) throws -> String? {
    try firstChange(in: folder) { try ContentHash.digest(file: $0, threads: 2) }
  }

  private func firstChange(
    in folder: String, digest: (String) throws -> Digest
  ) throws -> String? {
    for file in files {
      guard let expected = file.digest else { continue }
      let path = folder + "/" + file.name
      do {
        guard try digest(path).hex == expected else { return path }
      } catch let error as Interrupted {
        throw error
      } catch {
        return path
      }
    }
    return nil
  }
}
