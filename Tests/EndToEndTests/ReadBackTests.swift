import Commands
import Foundation
import Testing

/// Stages of one run hand columns on in memory; stages of a later run read them from the store.
@Suite struct ReadBackTests {
  @Test func resultsAreTheSameFromMemoryAndFromTheStore() throws {
    let workspace = try Workspace()
    try workspace.copyDemo()
    let first = try workspace.run("pipelines/demo.json5")
    #expect(first.exitCode == .success, "\(first.errors)")
    let folder = workspace.path("output")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().filter {
      $0.contains(".")
    }
    #expect(names.count >= 8)
    let fresh = names.map { FileManager.default.contents(atPath: folder + "/" + $0) }
    for stage in ["quantify", "rank"] {
      let again = try workspace.lintan(
        "run", workspace.path("pipelines/demo.json5"), "--work", workspace.path("work"), "--output",
        workspace.path("output"), "--from", stage)
      #expect(again.exitCode == .success)
      for (name, content) in zip(names, fresh) {
        #expect(
          FileManager.default.contents(atPath: folder + "/" + name) == content,
          "\(name) after --from \(stage)")
      }
    }
  }
}
