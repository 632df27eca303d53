/// Digests the inputs of a stage and checks afterwards that they are still the same.
struct InputInspector: Sendable {
  /// A file as it was when its digest was taken.
  struct Seen: Sendable {
    var role: String
    var path: String
    var digest: Digest
    var stamp: FileStamp
  }

  /// An input path and the files it stood for.
  struct Listed: Sendable {
    var role: String
    var path: String
    var files: [String]
  }

  let stage: String
  private(set) var records: [InputRecord] = []
  private var seen: [Seen] = []
  private var listed: [Listed] = []

  init(
    stage: any Stage, cache: inout DigestCache, interruption: Interruption
  ) throws {
    self.stage = stage.name
    for input in stage.inputs {
      var record = InputRecord(role: input.role, files: [])
      for path in input.paths {
        let files = try Self.files(stage.name, input.role, path)
        listed.append(Listed(role: input.role, path: path, files: files.map(\.path)))
        for file in files {
          let found: (digest: Digest, stamp: FileStamp)
          do {
            found = try cache.digest(file.path, interruption: interruption)
          } catch let error as FileError {
            throw InputError(
              stage: stage.name, role: input.role, path: file.path, problem: .unreadable(error))
          } catch let error as FileInFlux {
            throw InputError(
              stage: stage.name, role: input.role, path: error.path, problem: .changed)
          }
          seen.append(
            Seen(
              role: input.role, path: file.path, digest: found.digest, stamp: found.stamp))
          record.files.append(
            InputRecord.File(
              name: file.name, bytes: found.stamp.bytes, digest: found.digest.hex))
        }
      }
      records.append(record)
    }
  }

  /// - Throws: `InputError` when an input is no longer what it was.
  func check(interruption: Interruption) throws {
    for input in listed {
      let files: [String]
      do {
        files = try Self.files(stage, input.role, input.path).map(\.path)
      } catch { throw changed(input.role, input.path, .disappeared) }
      guard files == input.files else { throw changed(input.role, input.path, .changed) }
    }
    for file in seen {
      guard let stamp = try? FileStamp(path: file.path) else {
        throw changed(file.role, file.path, .disappeared)
      }
      if stamp == file.stamp { continue }
      // Touched or replaced; only other content is a reason to stop.
      let digest: Digest
      do {
        digest = try ContentHash.digest(file: file.path, interruption: interruption)
      } catch let error as FileError {
        throw changed(file.role, file.path, error.isMissing ? .disappeared : .unreadable(error))
      }
      guard digest == file.digest else { throw changed(file.role, file.path, .changed) }
    }
  }

  private func changed(
    _ role: String, _ path: String, _ problem: InputError.Problem
  ) -> InputError {
    InputError(stage: stage, role: role, path: path, problem: problem)
  }

  /// The files a path stands for, and the names they go by in records.
  private static func files(
    _ stage: String, _ role: String, _ path: String
  ) throws(InputError) -> [(path: String, name: String)] {
    do throws(FileError) {
      let name = Path.name(of: path)
      guard try FileStamp(path: path).isFolder else { return [(path, name)] }
      // Locks come and go with whoever has the geodatabase open; they are no content.
      let entries = try Folder.files(path).filter { !$0.name.hasSuffix(".lock") }
      guard !entries.isEmpty else {
        throw FileError(operation: .list, path: path, code: 0)
      }
      return entries.map { (path + "/" + $0.name, name + "/" + $0.name) }
    } catch {
      let problem: InputError.Problem =
        error.code == 0 ? .empty : error.isMissing ? .missing : .unreadable(error)
      throw InputError(stage: stage, role: role, path: path, problem: problem)
    }
  }
}
