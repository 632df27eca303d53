import Inventory
import Mapping
import Testing

@Suite struct CodeTests {
  private func village(
    _ county: String, _ town: String, _ village: String
  ) -> (String, VillageForm) {
    var bytes: [UInt8] = []
    let form = AdministrativeCode.appendVillage(
      county: Array(county.utf8)[...], town: Array(town.utf8)[...],
      village: Array(village.utf8)[...], to: &bytes)
    return (String(decoding: bytes, as: UTF8.self), form)
  }

  @Test func villagesAreCompletedFromTheirParts() {
    #expect(village("", "", "441622104201") == ("441622104201", .full))
    #expect(village("441622", "老隆镇", "441622104201") == ("441622104201", .full))
    #expect(village("", "441622104", "201") == ("441622104201", .local))
    #expect(village("441622", "104", "201") == ("441622104201", .local))
    #expect(village("441622", "4", "1") == ("441622004001", .padded))
    #expect(village("", "441622104", "21") == ("441622104021", .padded))
  }

  /// Statistics pad county and town to twelve digits; zldwdm has nineteen; some town columns repeat
  /// in the village column.
  @Test func longerNotationsAreCutToTheVillage() {
    #expect(village("", "", "4416221042010000000") == ("441622104201", .local))
    #expect(village("441622000000", "104", "201") == ("441622104201", .local))
    #expect(village("", "441622104000", "201") == ("441622104201", .local))
    #expect(village("441622", "104", "104201") == ("441622104201", .local))
    #expect(village("", "441622104", "104201") == ("441622104201", .local))
  }

  /// Six digits without a town to confirm them may be the code of the county.
  @Test func sixDigitsAloneAreNoVillage() {
    for (county, town) in [("441622", ""), ("441622", "105"), ("", "104"), ("", "441622105")] {
      #expect(village(county, town, "104201") == ("104201", .incomplete))
    }
    #expect(village("441622", "441622104", "441622") == ("441622", .incomplete))
    #expect(village("", "", "441622104") == ("441622104", .incomplete))
  }

  @Test func whatCannotBeCompletedStaysAsItIs() {
    let cases = [
      ("", "", ""), ("441622", "104", ""), ("441622", "", "201"), ("4416", "104", "201"),
      ("", "104", "201"), ("441622", "104", "红星村"), ("441622", "老隆镇", "201"),
      ("441622", "1042", "201"), ("441622", "104", "2011"), ("441622", "104", "４４１"),
    ]
    for (county, town, code) in cases {
      #expect(village(county, town, code) == (code, .incomplete))
    }
  }

  @Test func countyAndTownAreTheLeadingDigits() {
    #expect(AdministrativeCode.county(ofVillage: "441622104201") == "441622")
    #expect(AdministrativeCode.town(ofVillage: "441622104201") == "441622104")
    #expect(AdministrativeCode.county(ofVillage: "4416") == "")
    #expect(AdministrativeCode.town(ofVillage: "44162210") == "")
  }

  private func parse(_ text: String) throws(CodeListTable.Problem) -> CodeList {
    try CodeListTable.parse(Array(text.utf8), identifier: "list")
  }

  @Test func listsAreReadAsSpreadsheetsSaveThem() throws {
    let plain = "code,name,meaning,standing\n011,重点公益林,public-benefit,sourced\n\n# 注\n"
    let expected = CodeList.Entry(name: "重点公益林", meaning: "public-benefit", standing: .sourced)
    for text in [
      plain, "\u{FEFF}" + plain, plain.replacing("\n", with: "\r\n"),
      "\u{FEFF}" + plain.replacing("\n", with: "\r\n"), plain.replacing("011,", with: " 011\t, "),
    ] {
      let list = try parse(text)
      #expect(list.entries == ["011": expected])
      #expect(list["011"] == expected)
      #expect(list["11"] == nil)
    }
  }

  @Test func mistakesInListsHaveTheirLine() {
    let header = "code,name,meaning,standing\n"
    #expect(throws: CodeListTable.Problem.header(found: "")) { try parse("") }
    #expect(throws: CodeListTable.Problem.header(found: "code;name")) { try parse("code;name\n") }
    #expect(throws: CodeListTable.Problem.fieldCount(line: 3, found: 3)) {
      try parse(header + "\n1,a,b\n")
    }
    #expect(throws: CodeListTable.Problem.fieldCount(line: 2, found: 5)) {
      try parse(header + "1,\"a,b\",c,sourced")
    }
    #expect(throws: CodeListTable.Problem.duplicateCode(line: 3, code: "1")) {
      try parse(header + "1,a,b,user\r\n1,c,d,user\r\n")
    }
    #expect(throws: CodeListTable.Problem.standing(line: 2, found: "sure")) {
      try parse(header + "1,a,b,sure")
    }
    #expect(throws: CodeListTable.Problem.notUTF8) {
      try CodeListTable.parse([0xB1, 0xE0], identifier: "gbk")
    }
  }

  @Test func mainCodesAreListedOnes() throws {
    let list = try parse(
      "code,name,meaning,standing\n310,杉木,杉木,user\n490000,硬阔,硬阔类,user\n593100,x,y,user\n")
    #expect(list.mainCode(of: "310000") == "310")
    #expect(list.mainCode(of: "490400") == "490000")
    #expect(list.mainCode(of: "593100") == nil)
    #expect(list.mainCode(of: "310400") == nil)
    #expect(list.mainCode(of: "490") == nil)
    #expect(list.mainCode(of: "49040x") == nil)
  }
}
