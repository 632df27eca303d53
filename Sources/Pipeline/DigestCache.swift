internal import Glibc

/// Remembers the digests of files by path, size, times and inode, so that a nightly run does not
/// read hundreds of megabytes to learn that nothing changed.
///
/// Kept as a text file with its own digest in the last line; a file that does not check out is
/// ignored, which costs time and nothing else.
struct DigestCache {
  private struct Key: Hashable {
    var path: String
    var device: UInt64
    var inode: UInt64
    var bytes: Int64
    var modified: Int64
    var changed: Int64

    init(_ path: String, _ stamp: FileStamp) {
      self.path = path
      device = stamp.device
      inode = stamp.inode
      bytes = stamp.bytes
      modified = stamp.modified
      changed = stamp.changed
    }

    init?(_ fields: [Substring]) {
      guard fields.count == 7, let device = UInt64(fields[1]), let inode = UInt64(fields[2]),
        let bytes = Int64(fields[3]), let modified = Int64(fields[4]),
        let changed = Int64(fields[5])
      else { return nil }
      path = String(fields[6])
      self.device = device
      self.inode = inode
      self.bytes = bytes
      self.modified = modified
      self.changed = changed
    }

    var line: String { "\(device) \(inode) \(bytes) \(modified) \(changed) \(path)" }
  }

  private static let header = "lintan-digests 3"
  /// A file written this recently (nanoseconds) may be written again without its times moving:
  /// file systems keep time in steps. Its digest is used but not remembered.
  private let settling: Int64

  private let path: String
  private var digests: [Key: Digest] = [:]
  /// Read in this run by `learn` and not asked for yet.
  private var fresh: [Key: Digest] = [:]
  private var isChanged = false
  /// How many files were read rather than remembered.
  private(set) var filesRead = 0

  init(path: String, settling: Int64 = 2_000_000_000) {
    self.path = path
    self.settling = settling
    guard let bytes = try? AtomicFile.read(path) else { return }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 3, lines[0] == Self.header, lines[lines.count - 1].isEmpty else { return }
    let body = lines[..<(lines.count - 2)].joined(separator: "\n") + "\n"
    guard lines[lines.count - 2] == "end " + SHA256.digest(body).hex else { return }
    for line in lines[1..<(lines.count - 2)] {
      let fields = line.split(separator: " ", maxSplits: 6, omittingEmptySubsequences: false)
      guard let key = Key(fields), let digest = Digest(hex: fields[0]) else {
        digests = [:]
        return
      }
      digests[key] = digest
    }
  }

  /// The digest of a file together with the stamp it holds for.
  /// - Throws: `FileError`, `FileInFlux` when the file changes while it is read, `Interrupted`.
  mutating func digest(
    _ file: String, interruption: Interruption
  ) throws -> (digest: Digest, stamp: FileStamp) {
    let path = Path.absolute(file)
    let before = try FileStamp(path: path)
    let key = Key(path, before)
    if let known = digests[key] { return (known, before) }
    let digest =
      try fresh[key] ?? ContentHash.digest(file: path, interruption: interruption)
    guard try FileStamp(path: path) == before else { throw FileInFlux(path: file) }
    filesRead += 1
    if !path.utf8.contains(UInt8(ascii: "\n")),
      UTCStamp.nowNanoseconds() - max(before.modified, before.changed) > settling
    {
      digests[key] = digest
      isChanged = true
    }
    return (digest, before)
  }

  /// Digests files ahead on several threads. What cannot be read is left for `digest`, whose caller
  /// can say which input it belongs to.
  mutating func learn(_ files: [String], threads: Int, interruption: Interruption) throws {
    guard threads > 1 else { return }
    var wanted: [(path: String, stamp: FileStamp)] = []
    for file in files {
      let path = Path.absolute(file)
      guard let stamp = try? FileStamp(path: path), !stamp.isFolder,
        digests[Key(path, stamp)] == nil, !wanted.contains(where: { $0.path == path })
      else { continue }
      wanted.append((path, stamp))
    }
    for (path, stamp) in wanted {
      let digest = try? ContentHash.digest(
        file: path, threads: threads, interruption: interruption)
      try interruption.check()
      guard let digest else { continue }
      fresh[Key(path, stamp)] = digest
    }
  }

  /// Writes what was learnt. Entries of files that are gone or were changed are dropped.
  mutating func save() throws(FileError) {
    guard isChanged else { return }
    var lines: [String] = []
    for (key, digest) in digests {
      guard let stamp = try? FileStamp(path: key.path), Key(key.path, stamp) == key else {
        continue
      }
      lines.append("\(digest.hex) \(key.line)")
    }
    lines.sort(by: Path.precedes)
    let body = ([Self.header] + lines).joined(separator: "\n") + "\n"
    try AtomicFile.write(body + "end " + SHA256.digest(body).hex + "\n", to: path)
    isChanged = false
  }
}
