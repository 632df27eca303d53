import Commands
import Foundation
import Testing

@Suite("Code lists and mappings")
struct ListAndMappingTests {
  private static let list = "pipelines/codes/species-national.csv"

  @Test("a meaning that is no species group is refused, with the one that is meant")
  func speciesGroup() throws {
    let trap = try TrapRun()
    try trap.workspace.edit(Self.list, "310,杉木,杉木,sourced", "310,杉木,杉,sourced")
    let outcome = try trap.ingest(TrapSurvey())
    #expect(outcome.exitCode == .configuration)
    for word in ["species-national", "310", "“杉”", "杉木", "lintan help species"] {
      #expect(outcome.errors.contains(word), "“\(word)” is not in: \(outcome.errors)")
    }
  }

  @Test("every group of the shipped lists and methods is in the help")
  func shipped() throws {
    let workspace = try Workspace()
    let help = try workspace.lintan("help", "species").output
    let folder = Workspace.packageRoot + "/pipelines/codes"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasPrefix("species-") {
      let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      for line in text.split(separator: "\n").dropFirst() where !line.hasPrefix("#") {
        let group = String(line.split(separator: ",", omittingEmptySubsequences: false)[2])
        #expect(help.contains(group), "\(group) of \(name)")
      }
    }
  }

  @Test("a list in GBK, as Excel saves it, is read")
  func gbk() throws {
    let trap = try TrapRun()
    // 杉木 and 马尾松 in GBK.
    let (fir, pine): ([UInt8], [UInt8]) = (
      [0xC9, 0xBC, 0xC4, 0xBE], [0xC2, 0xED, 0xCE, 0xB2, 0xCB, 0xC9]
    )
    var bytes = Data("code,name,meaning,standing\r\n".utf8)
    for (code, name) in [("310", fir), ("220", pine)] {
      bytes += Data("\(code),".utf8) + name + Data(",".utf8) + name + Data(",sourced\r\n".utf8)
    }
    try bytes.write(to: URL(fileURLWithPath: trap.workspace.path(Self.list)))
    let outcome = try trap.ingest(TrapSurvey())
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(try trap.text("SELECT MAX(name) FROM species WHERE name = '杉木'") == "杉木")
  }

  @Test("one column cannot be the number of a 小班 and its age")
  func shared() throws {
    let trap = try TrapRun()
    let mapping = "pipelines/mappings/national-xiaoban.json5"
    try trap.workspace.edit(mapping, #"["PINGJUN_NL", "NIAN_LIN"]"#, #""XIAO_BAN""#)
    let outcome = try trap.ingest(TrapSurvey())
    #expect(outcome.exitCode == .configuration)
    for word in ["XIAO_BAN", "subcompartment", "age"] { #expect(outcome.errors.contains(word)) }
  }
}
