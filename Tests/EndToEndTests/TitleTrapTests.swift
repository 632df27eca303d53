import Archive
import Commands
import Foundation
import Testing

@Suite("Titles that look clear and are not, and the other way round")
struct TitleTrapTests {
  /// Six 小班 with a second parcel over each; names, certificates and the share that both cover.
  private func county(_ second: [(holder: String, certificate: String, width: Double)]) throws
    -> TitleCounty.Result
  {
    let county = TitleCounty()
    let workspace = try Workspace()
    try county.write(to: workspace)
    let first = (0..<TitleCounty.count).map(TitleCounty.square)
    let over = second.enumerated().map {
      TitleCounty.polygon(width: $1.width, x: Double($0) * 100)
    }
    try FileManager.default.removeItem(atPath: workspace.path("lq.gpkg"))
    try TitleCounty.write(
      workspace.path("lq.gpkg"), first + over,
      [
        ("ZH", TitleCounty.certificates + second.map(\.certificate)),
        ("QLR", [String](repeating: "上溪村村民委员会", count: first.count) + second.map(\.holder)),
        ("MJ", [String](repeating: "", count: first.count + over.count)),
        ("QX", [String](repeating: "长期", count: first.count + over.count)),
      ])
    let outcome = try workspace.run("p.json5")
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    return TitleCounty.Result(workspace: workspace, outcome: outcome)
  }

  @Test("only different holders contest a spot; cancelled and missing certificates claim nothing")
  func overlaps() throws {
    let result = try county([
      ("上溪村委会", "田政林证字（2008）第000011号", 30), ("李四", "田政林证字（2008）第000012号", 30),
      ("李四", "田政林证字（2008）第000013号（已注销）", 30), ("李四", "无证", 30), ("李四", "", 30), ("李四", "作废", 1),
    ])
    #expect(
      try result.titles() == [
        "single-holder", "conflicting-claims", "single-holder", "single-holder",
        "conflicting-claims", "single-holder",
      ])
    #expect(
      try result.texts(
        "SELECT CAST(ROUND(contested_share, 6) AS TEXT) FROM title ORDER BY subcompartment")
        == ["0.0", "0.3", "0.0", "0.0", "0.3", "0.0"])
    #expect(try result.findings("tenure-title-void") == 3)
    #expect(
      try result.texts("SELECT reason_codes FROM title WHERE subcompartment = 3")[0].contains(
        "QS26"))
  }

  @Test("a holder twice on a spot beside another holder contests nothing")
  func sameHolderTwice() throws {
    let county = TitleCounty()
    let workspace = try Workspace()
    try county.write(to: workspace)
    try FileManager.default.removeItem(atPath: workspace.path("lq.gpkg"))
    try TitleCounty.write(
      workspace.path("lq.gpkg"),
      [
        TitleCounty.polygon(width: 80, x: 0), TitleCounty.polygon(width: 30, x: 0),
        TitleCounty.polygon(width: 20, x: 80), TitleCounty.polygon(width: 60, x: 100),
        TitleCounty.polygon(width: 30, x: 100), TitleCounty.polygon(width: 60, x: 140),
      ],
      [
        ("ZH", (1...6).map { "田政林证字（2008）第\($0)号" }),
        ("QLR", ["张三", "张三户", "李四", "张三", "张三", "李四"]),
        ("MJ", [String](repeating: "", count: 6)), ("QX", [String](repeating: "长期", count: 6)),
      ])
    let outcome = try workspace.run("p.json5")
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    let result = TitleCounty.Result(workspace: workspace, outcome: outcome)
    #expect(try result.titles().prefix(2) == ["several-holders", "conflicting-claims"])
    #expect(
      try result.texts(
        "SELECT CAST(ROUND(contested_share, 6) AS TEXT) FROM title ORDER BY subcompartment LIMIT 2")
        == ["0.0", "0.2"])
    #expect(
      try result.texts("SELECT reason_codes FROM title ORDER BY subcompartment LIMIT 1")
        == ["QS06 QS07"])
  }

  @Test("co-owned land, 等, and rights of different holders are no single title")
  func coOwners() throws {
    var county = TitleCounty()
    county.set("QLR", ["张三、李四", "张三等5户", "张三50%、李四50%", "联户（张三等3户）", "张三", "张三、张三户"])
    county.set("SM", ["", "", "", "", "绿源林业有限公司", "张三"])
    county.parcelMapping += #", treeOwner: "SM""#
    let result = try county.run()
    #expect(
      try result.titles() == [
        "several-holders", "several-holders", "several-holders", "several-holders",
        "several-holders", "single-holder",
      ])
    #expect(
      try result.texts("SELECT CAST(holder_count AS TEXT) FROM title ORDER BY subcompartment")
        == ["2", "5", "2", "2", "2", "1"])
    let codes = try result.texts("SELECT reason_codes FROM title ORDER BY subcompartment")
    #expect(codes[0].contains("QS24") && codes[4].contains("QS25") && codes[5].isEmpty)
  }

  @Test("one row of a list with several certificates is about all their parcels")
  func severalCertificates() throws {
    var county = TitleCounty()
    county.parcelMapping = #"certificate: "ZH", area: { column: "MJ", unit: "mu" }, termEnd: "QX""#
    county.list =
      "林权证号,权利人,面积（亩）,终止日期\n"
      + "\"田政林证字(2008)第000001、000002、000003号\",上溪村村民委员会,45,长期\n"
      + "田政林证字(2008)第000004-000006号,上溪村村民委员会,45,长期\n"
      + "田政林证字(2008)第000006号；田政林证字(2008)第000099号,上溪村村民委员会,15,长期\n"
    let result = try county.run()
    #expect(
      try result.titles() == [String](repeating: "single-holder", count: TitleCounty.count))
    #expect(
      try result.texts(
        "SELECT joined_to FROM parcel WHERE source = 1 ORDER BY number") == ["0 1 2", "3 4 5", "5"])
    #expect(
      try result.texts(
        "SELECT value FROM tenure_finding WHERE rule = 'tenure-list-certificate-unmatched'")
        == ["田政林证字(2008)第99号"])
    #expect(try result.findings("tenure-list-area-differs") == 0)
    // Rows are called as the sheet numbers them.
    #expect(
      try result.texts(
        "SELECT CAST(source_row AS TEXT) FROM parcel WHERE source = 1 ORDER BY number")
        == ["2", "3", "4"])
  }

  @Test("a list that says a title is cancelled takes it away; a row in force beside it does not")
  func cancelledInList() throws {
    var county = TitleCounty()
    county.list =
      "林权证号,权利人,面积（亩）,终止日期,权属状态\n"
      + (1...6).map {
        "田政林证字(2008)第\($0)号,上溪村第\($0)村民小组,15,长期,\($0 == 2 ? "已注销" : $0 == 3 ? "历史" : "现势")"
      }.joined(separator: "\n") + "\n田政林证字(2008)第3号,上溪村第3村民小组,15,长期,现势\n"
    let result = try county.run()
    #expect(
      try result.titles() == [
        "single-holder", "no-title", "single-holder", "single-holder", "single-holder",
        "single-holder",
      ])
    #expect(try result.findings("tenure-list-notes-cancellation") == 1)
  }

  @Test(
    "the status of a register is read from its column, and numbers that the map contradicts found")
  func statusAndLabels() throws {
    var county = TitleCounty()
    county.set("QSZT", ["1", "2", "历史", "现势", "", "1"])
    county.set("XB", ["1", "2", "3", "1", "", "006"])
    county.parcelMapping += #", status: "QSZT", subcompartment: "XB""#
    let result = try county.run()
    #expect(
      try result.titles() == [
        "single-holder", "no-title", "no-title", "single-holder", "single-holder",
        "single-holder",
      ])
    #expect(
      try result.texts(
        """
        SELECT source_row || ' ' || value FROM tenure_finding
        WHERE rule = 'tenure-labels-disagree-with-map'
        """) == ["4 1"])
  }
}
