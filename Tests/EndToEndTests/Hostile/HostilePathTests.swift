import Commands
import Foundation
import Testing

@Suite("Paths that are not files, and pipelines that are not pipelines", .timeLimit(.minutes(30)))
struct HostilePathTests {
  @Test(
    "a pipe never keeps us waiting",
    arguments: ["a.shp", "a.csv", "a.gpkg", "a.zip", "a.xlsx", "a.ods", "a.geojson"])
  func pipe(name: String) throws {
    let folder = try HostileFolder()
    #expect(mkfifo(folder.path(name), 0o600) == 0)
    try folder.expectRefusal(name, .wrongKind, [name, "neither a file nor a folder"])
  }

  @Test("nor does one among the parts of a shapefile", arguments: ["dbf", "shx", "prj", "cpg"])
  func part(ending: String) throws {
    let folder = try HostileFolder()
    try folder.write(ShapefileBytes(), without: [ending])
    #expect(mkfifo(folder.path("a." + ending), 0o600) == 0)
    try folder.expectRefusal("a.shp", .wrongKind, ["a." + ending])
  }

  @Test("a device without end", arguments: ["a.csv", "a.prj"])
  func device(name: String) throws {
    let folder = try HostileFolder()
    try folder.write(ShapefileBytes(), without: ["prj"])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(name), withDestinationPath: "/dev/zero")
    try folder.expectRefusal(name == "a.prj" ? "a.shp" : name, .wrongKind, [name])
  }

  @Test("links in a circle, to nothing, patterns that match nothing, folders")
  func links() throws {
    let folder = try HostileFolder()
    for (name, target) in [("a.shp", "b.shp"), ("b.shp", "a.shp"), ("c.shp", "absent.shp")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(name), withDestinationPath: target)
    }
    for name in ["a.shp", "c.shp", "absent.shp", "absent_*.shp"] {
      try folder.expectRefusal(name, .noInput, [name, "no such file"])
    }
    for name in ["d.shp", "d.csv", "d.zip"] {
      try FileManager.default.createDirectory(
        atPath: folder.path(name), withIntermediateDirectories: true)
      try folder.expectRefusal(name, .wrongKind, [name, "folder"])
    }
    try FileManager.default.createDirectory(
      atPath: folder.path("x"), withIntermediateDirectories: true)
    try folder.write(ShapefileBytes(), to: "x/a")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("x/loop"), withDestinationPath: ".")
    let outcome = try folder.run("x/*/a.shp")
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
  }

  @Test("an unreadable file", .enabled(if: geteuid() != 0))
  func unreadable() throws {
    let folder = try HostileFolder()
    try folder.write(ShapefileBytes())
    #expect(chmod(folder.path("a.dbf"), 0) == 0)
    let outcome = try folder.run("a.shp")
    #expect(outcome.exitCode != .success && outcome.errors.contains("a."))
  }

  @Test(
    "names with blanks, line ends, Chinese and capital letters",
    arguments: ["小 班", "a\nb", "A'\"b"])
  func names(stem: String) throws {
    let folder = try HostileFolder()
    try folder.write(ShapefileBytes(), to: "x/" + stem)
    let outcome = try folder.run("x/*.shp")
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(try folder.inspect("x/" + stem + ".shp").exitCode == .success)
  }

  @Test("pipeline files of any content are refused in a few lines")
  func pipelines() throws {
    let brackets = String(repeating: "[", count: 100_000)
    let texts: [(String, String)] = [
      (brackets, "nested"), (brackets + String(repeating: "]", count: 100_000), "nested"),
      (String(repeating: "{a:", count: 100_000), "nested"),
      (String(repeating: "/*", count: 100_000), "expected"), ("", "expected"), ("\0", "U+0000"),
      ("{ name: \"" + String(repeating: "x", count: 3_000_000) + "\" }", "out of range"),
      ("{ \"" + String(repeating: "k", count: 1_000_000) + "\": 1, name: \"a\" }", "missing"),
      (String(repeating: " ", count: 17 << 20), "MB"), ("{ name: 1e400 }", "out of range"),
      ("{ name: \"a\", name: \"b\" }", "twice"),
    ]
    for (text, word) in texts {
      let folder = try HostileFolder()
      try folder.write(Array(text.utf8), to: "p.json5")
      let outcome = try folder.workspace.run("p.json5")
      #expect(outcome.exitCode == .configuration, "\(outcome.errors.prefix(300))")
      #expect(outcome.errors.contains(word), "\(word): \(outcome.errors.prefix(300))")
      #expect(outcome.errors.utf8.count < 2000)
    }
    let folder = try HostileFolder()
    try folder.write([0xFF, 0xFE, 0x7B, 0, 0x7D, 0], to: "p.json5")
    let outcome = try folder.workspace.run("p.json5")
    #expect(outcome.exitCode == .configuration && outcome.errors.contains("UTF-8"))
    #expect(mkfifo(folder.path("q.json5"), 0o600) == 0)
    #expect(try folder.workspace.run("q.json5").exitCode == .noInput)
  }
}
