import Commands
import Foundation
import Glibc
import Testing

@Suite("Nothing of the user's is replaced, and a full disk is called by its name")
struct OutputSafetyTests {
  private func survey(_ trap: TrapRun) throws {
    try TrapSurvey().write(trap.data("survey.shp"))
    try trap.workspace.write(
      """
      { name: "safe", title: "safe",
        sources: { inventory: [{
          survey: 2023, path: "../data/survey.shp", mapping: "mappings/national-xiaoban.json5" }] },
        methods: [{ file: "methods/guangdong-forestry.json5" }] }
      """, to: "pipelines/safe.json5")
  }

  private func run(_ trap: TrapRun, work: String, output: String) throws -> Workspace.Outcome {
    let workspace = trap.workspace
    return try workspace.lintan(
      "run", workspace.path("pipelines/safe.json5"), "--work", work, "--output", output)
  }

  @Test("a file under the name of the output or work folder stays, and nothing is run")
  func files() throws {
    let trap = try TrapRun()
    try survey(trap)
    let workspace = trap.workspace
    try workspace.write("mine", to: "report.docx")
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path("link"), withDestinationPath: workspace.path("report.docx"))
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path("loose"), withDestinationPath: workspace.path("nowhere"))
    for name in ["report.docx", "link", "loose", "report.docx/below"] {
      let asOutput = try run(trap, work: workspace.path("work"), output: workspace.path(name))
      #expect(asOutput.exitCode == .cannotWrite, "\(name): \(asOutput.errors)")
      #expect(asOutput.errors.contains("--output"))
      #expect(!workspace.exists("work"), "checked before the run starts")
      let asWork = try run(trap, work: workspace.path(name), output: workspace.path("output"))
      #expect(asWork.exitCode == .cannotWrite, "\(name): \(asWork.errors)")
      #expect(asWork.errors.contains("--work"))
      #expect(!workspace.exists("output"))
    }
    #expect(try workspace.read("report.docx") == "mine")
    #expect(try workspace.read("link") == "mine")
  }

  @Test("a link to a folder leads there; the work folder is not replaced by the reports")
  func folders() throws {
    let trap = try TrapRun()
    try survey(trap)
    let workspace = trap.workspace
    try FileManager.default.createDirectory(
      atPath: workspace.path("shared"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path("out"), withDestinationPath: workspace.path("shared"))
    let first = try run(trap, work: workspace.path("work"), output: workspace.path("out"))
    #expect(first.exitCode == .success, "\(first.errors)")
    #expect(workspace.exists("shared/report.html"))
    let type = try FileManager.default.attributesOfItem(atPath: workspace.path("out"))[.type]
    #expect(type as? FileAttributeType == .typeSymbolicLink)
    for output in ["work", "."] {
      let outcome = try run(trap, work: workspace.path("work"), output: workspace.path(output))
      #expect(outcome.exitCode == .cannotWrite)
      #expect(workspace.exists("work/ingest"))
    }
  }

  @Test("a full disk: exit code 73, the folder, and that it is full", arguments: [100, 300, 500])
  func fullDisk(kilobytes: Int) throws {
    let trap = try TrapRun()
    try survey(trap)
    let workspace = trap.workspace
    let disk = workspace.path("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    guard mount("tmpfs", disk, "tmpfs", 0, "size=\(kilobytes)k") == 0 else {
      print("skipped: no small disk can be mounted here (\(String(cString: strerror(errno))))")
      return
    }
    defer { umount(disk) }
    for (work, output) in [("disk/work", "output"), ("work", "disk/output")] {
      let outcome = try run(trap, work: workspace.path(work), output: workspace.path(output))
      // The larger disks hold one or the other.
      guard kilobytes == 100 || outcome.exitCode != .success else { continue }
      #expect(outcome.exitCode == .cannotWrite, "\(outcome.errors)")
      #expect(outcome.errors.contains("the disk is full"), "\(outcome.errors)")
      #expect(outcome.errors.contains(disk), "\(outcome.errors)")
      #expect(!outcome.errors.contains("NSCocoaErrorDomain"))
      #expect(!outcome.errors.contains("mistake in LinTan"))
    }
  }
}
