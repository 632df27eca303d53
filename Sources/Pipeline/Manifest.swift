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

  /// The files that lie in a result folder.
  static func files(in folder: String) throws(FileError) -> [File] {
    try Folder.files(folder).filter { $0.name != fileName }
      .map { File(name: $0.name, bytes: $0.bytes) }
  }

  /// Whether the folder still holds what was put there, by names and sizes.
  func isComplete(in folder: String) -> Bool {
    (try? Self.files(in: folder)) == files
  }
}
