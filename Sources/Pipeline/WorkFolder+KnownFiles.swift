extension WorkFolder {
  /// Where files of this content were when a run last read them: absolute paths in byte order.
  /// A file written within seconds of the run is not known.
  ///
  /// - Parameter digest: as in `InputRecord`.
  public static func paths(_ work: String, digest: String) -> [String] {
    guard let bytes = try? AtomicFile.read(work + "/digests.txt") else { return [] }
    var paths: [String] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      // Digest, device, inode, bytes, two times, path.
      let fields = line.split(separator: " ", maxSplits: 6, omittingEmptySubsequences: false)
      if fields.count == 7, fields[0] == digest { paths.append(String(fields[6])) }
    }
    return paths.sorted(by: Path.precedes)
  }
}
