import Foundation
import Pipeline
import Testing

@Suite("What stands in the way of a folder")
struct FolderObstacleTests {
  let scratch: Scratch
  init() throws { scratch = try Scratch() }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path(name), withDestinationPath: scratch.path(target))
  }

  @Test("a file is never replaced by a folder, nor a link to one")
  func files() throws {
    try scratch.write("mine", to: "file")
    try link("link", to: "file")
    for name in ["file", "link"] {
      #expect(throws: FileError(operation: .create, path: scratch.path(name), code: ENOTDIR)) {
        try Folder.publish(scratch.path(name)) { try AtomicFile.write("new", to: $0 + "/a") }
      }
      #expect(Folder.obstacle(scratch.path(name)) == .file(scratch.path(name)))
    }
    #expect(try scratch.read("file") == "mine")
    #expect(try scratch.read("link") == "mine")
    #expect(try Folder.names(scratch.folder) == ["file", "link"])
  }

  @Test("obstacles are found at any height, and none is made up")
  func heights() throws {
    try scratch.write("mine", to: "file")
    try link("loose", to: "nowhere")
    try scratch.write("x", to: "there/a")
    #expect(Folder.obstacle(scratch.path("file/a/b")) == .file(scratch.path("file")))
    #expect(Folder.obstacle(scratch.path("loose")) == .brokenLink(scratch.path("loose")))
    #expect(Folder.obstacle(scratch.path("loose/a")) == .brokenLink(scratch.path("loose")))
    for name in ["there", "there/b", "new/a/b/c"] {
      #expect(Folder.obstacle(scratch.path(name)) == nil)
    }
    #expect(!scratch.exists("new"), "asking changes nothing")
  }

  @Test("a folder is a mount point where another file system begins")
  func mountPoints() {
    #expect(Folder.isMountPoint("/proc"))
    #expect(!Folder.isMountPoint(scratch.folder))
    #expect(!Folder.isMountPoint(scratch.path("absent")))
  }

  @Test("a copy has all bytes and leaves no draft")
  func copies() throws {
    let text = String(repeating: "小班一览表", count: 100_000)
    try scratch.write(text, to: "from")
    try scratch.write("old", to: "to")
    try AtomicFile.copy(scratch.path("from"), to: scratch.path("to"))
    #expect(try scratch.read("to") == text)
    #expect(try Folder.names(scratch.folder) == ["from", "to"])
    #expect(throws: FileError.self) {
      try AtomicFile.copy(scratch.path("absent"), to: scratch.path("to"))
    }
    #expect(try Folder.names(scratch.folder) == ["from", "to"])
  }

  @Test("a full device is told from other failures")
  func fullDevice() throws {
    #expect(FileError(operation: .write, path: "a", code: ENOSPC).isFull)
    #expect(!FileError(operation: .write, path: "a", code: EACCES).isFull)
  }
}
