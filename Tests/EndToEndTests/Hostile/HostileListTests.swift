import Commands
import Foundation
import Testing

@Suite("林权 lists as old and other programs write them", .timeLimit(.minutes(30)))
struct HostileListTests {
  private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/lists").path

  @Test("XLS and ODS are read like XLSX; cut short they are refused", arguments: ["xls", "ods"])
  func old(ending: String) throws {
    let url = URL(fileURLWithPath: "\(Self.fixtures)/tenure.\(ending)")
    let bytes = [UInt8](try Data(contentsOf: url))
    let folder = try HostileFolder()
    try folder.write(bytes, to: "a." + ending)
    let whole = try folder.inspect("a." + ending)
    #expect(whole.exitCode == .success, "\(whole.errors)")
    #expect(whole.output.contains("林权 list: 4 rows, 1 record"), "\(whole.output)")
    try folder.write(Array(bytes.prefix(bytes.count / 2)), to: "b." + ending)
    let cut = try folder.inspect("b." + ending)
    #expect(cut.exitCode == .wrongKind || cut.exitCode == .damaged, "\(cut.errors)")
    #expect(cut.errors.contains("b." + ending) && cut.errors.contains("→"))
  }
}
