import Testing

@testable import Pipeline

@Suite struct FolderTests {
  let scratch: Scratch
  init() throws { scratch = try Scratch() }

  struct Refusal: Error, Equatable {}

  @Test func publishingReplacesTheFolderAsAWhole() throws {
    try scratch.write("old", to: "out/a.csv")
    try scratch.write("old", to: "out/only-old.csv")
    try Folder.publish(scratch.path("out")) { draft in
      try AtomicFile.write("new", to: draft + "/a.csv")
      // Until the end the old folder is what readers see.
      #expect(try scratch.read("out/a.csv") == "old")
    }
    #expect(try Folder.names(scratch.path("out")) == ["a.csv"])
    #expect(try scratch.read("out/a.csv") == "new")
    #expect(try Folder.names(scratch.folder) == ["out"])
  }

  @Test func aFailedPublicationLeavesTheOldFolder() throws {
    try scratch.write("old", to: "out/a.csv")
    #expect(throws: Refusal()) {
      try Folder.publish(scratch.path("out")) { draft in
        try AtomicFile.write("half", to: draft + "/a.csv")
        throw Refusal()
      }
    }
    #expect(try scratch.read("out/a.csv") == "old")
    #expect(try Folder.names(scratch.folder) == ["out"])
  }

  @Test func aFolderIsForcedToDiskWhileItIsRead() throws {
    try scratch.write("a", to: "x/a")
    try scratch.write("b", to: "x/deep/b")
    let names = try Folder.synchronizing(scratch.path("x")) {
      try Folder.files(scratch.path("x")).map(\.name)
    }
    #expect(names == ["a", "deep/b"])
    // Each failure is told, that of the reader first.
    let missing = scratch.path("none")
    #expect(throws: FileError(operation: .list, path: missing, code: 2)) {
      try Folder.synchronizing(missing) {}
    }
    #expect(throws: Refusal()) { try Folder.synchronizing(missing) { throw Refusal() } }
  }

  @Test func listingsAreInByteOrderAndGoDown() throws {
    for name in ["小班.shp", "b", "B", "a/2", "a/10"] { try scratch.write(name, to: "x/" + name) }
    #expect(try Folder.names(scratch.path("x")) == ["B", "a", "b", "小班.shp"])
    let files = try Folder.files(scratch.path("x"))
    #expect(files.map(\.name) == ["B", "a/10", "a/2", "b", "小班.shp"])
    #expect(files.map(\.bytes) == [1, 4, 3, 1, 10])
  }

  @Test func anAtomicWriteLeavesNoDraftAndReplaces() throws {
    try AtomicFile.write("one", to: scratch.path("f"))
    try AtomicFile.write("two", to: scratch.path("f"))
    #expect(try AtomicFile.read(scratch.path("f")) == Array("two".utf8))
    #expect(try Folder.names(scratch.folder) == ["f"])
  }

  @Test func failuresNameThePathAndTheReason() throws {
    let missing = scratch.path("none/f")
    do {
      _ = try AtomicFile.read(missing)
      Issue.record("read")
    } catch {
      #expect(error == FileError(operation: .open, path: missing, code: 2))
      #expect(error.message == "No such file or directory")
      #expect(error.isMissing)
    }
    try scratch.write("", to: "file")
    #expect(throws: FileError.self) { try Folder.create(scratch.path("file")) }
    #expect(throws: FileError.self) { try Folder.create(scratch.path("file/below")) }
  }

  @Test func removingDoesNotFollowLinks() throws {
    try scratch.write("keep", to: "kept/a")
    try scratch.write("", to: "gone/b/c")
    try makeLink(at: scratch.path("gone/link"), to: scratch.path("kept"))
    try Folder.remove(scratch.path("gone"))
    try Folder.remove(scratch.path("gone"))
    #expect(try Folder.names(scratch.folder) == ["kept"])
    #expect(try scratch.read("kept/a") == "keep")
  }

  @Test(arguments: [
    ("a/b", "a", "b"), ("a/b/", "a", "b"), ("/a", "/", "a"), ("a", ".", "a"), ("/", "/", ""),
    ("小班/数据.shp", "小班", "数据.shp"),
  ])
  func pathsFallIntoParentAndName(path: String, parent: String, name: String) {
    #expect(Path.parent(of: path) == parent)
    #expect(Path.name(of: path) == name)
  }
}
