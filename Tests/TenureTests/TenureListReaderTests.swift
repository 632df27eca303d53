import Inventory
import Tenure
import Testing

@Suite struct TenureListReaderTests {
  private let fixture = [
    ["林权证号", "宗地号", "权利人", "树种代码", "地类", "面积(亩)", "终止日期", "备注"],
    ["粤龙川林证字(2008)第001234号", "0012", "张三", "220", "30100", "12.5", "2038-12-31", "合并"],
    ["粤（2021）龙川县不动产权第0001234号", "441622001002JD00003", "黄田村", "220000", "030100", "12.50亩", "长期"],
    ["", "", "合计", "", "", "25"],
  ]

  @Test func spreadsheetWithTotals() throws {
    let list = try TenureListReader().read(fixture)
    #expect(list.headingRows == 0..<1)
    #expect(list.records.map(\.row) == [1, 2])
    #expect(list.ignoredHeadings == ["树种代码", "地类"])
    #expect(
      list.skippedRows == [
        SkippedRow(row: 3, reason: .total(label: "合计", hectares: 25.0 / 15))
      ])
    let areas = list.records.compactMap(\.area.hectares)
    #expect(areas == [12.5 / 15, 12.5 / 15])
    #expect(list.records.map(\.termEnd) == [TermEnd("2038-12-31"), .unlimited])
    #expect(list.records[1].parcel.kind == .cadastral)
    #expect(list.records[1].rights.unspecified.type == .collective)
    #expect(list.findings.isEmpty)
  }

  /// Totals stand for rows of other parts, and blank certificates for findings on both sides.
  @Test func partsMakeTheSameListHoweverItIsDivided() throws {
    var grid = [["林权证号", "权利人", "面积(亩)", "终止日期"]]
    for row in 1...30 {
      grid.append(
        row % 7 == 0
          ? [row % 14 == 0 ? "合计" : "小计", "", String(row * 3), ""]
          : [row % 4 == 0 ? "" : "将政林证字(2008)第\(row / 2)号", "张三、李四", "\(row).5", "2038年"])
    }
    let reader = TenureListReader()
    let whole = try reader.read(grid)
    #expect(whole.findings.contains { $0.rule == "tenure-total-differs" })
    let list = try reader.open(grid)
    for size in 1...grid.count {
      let parts = stride(from: list.rows.lowerBound, to: list.rows.upperBound, by: size).map {
        list.part($0..<min($0 + size, list.rows.upperBound))
      }
      #expect(list.whole(parts) == whole)
    }
  }

  @Test func registerWithSeparateRights() throws {
    let list = try TenureListReader().read([
      ["小班号", "权利人名称", "林地所有权人", "林地使用权人", "面积(亩)"],
      ["001", "龙川县老隆镇黄田村民委员会第一村民小组", "黄田村集体", "张三", "12.5"],
    ])
    let record = try #require(list.records.first)
    #expect(record.subcompartment == "001")
    #expect(record.rights.landOwnership.type == .collective)
    #expect(record.rights.landUse.holders.map(\.name) == ["张三"])
    #expect(record.rights.unspecified.type == .collective)
    #expect(list.findings == [.missingCertificate(row: 1)])
  }

  @Test func titlesAndHeadingsOfTwoLines() throws {
    let list = try TenureListReader().read([
      ["龙川县林权登记台账"],
      ["单位：老隆镇", "", "", "2023年"],
      ["证号", "权利人", "", "", "面积", "", "林地使用期", ""],
      ["", "林地所有权", "林地使用权", "林木所有权", "公顷", "亩", "起", "止"],
      ["1", "2", "3", "4", "5", "6", "7", "8"],
      ["将政林证字(2008)第1号", "黄田村", "张三", "张三 李四", "1", "15", "2008-01-01", "30年"],
      ["", "", "", "", "", "", "", ""],
      ["将政林证字(2008)第2号", "黄田村", "无", "", "12.5亩", "12.5", "", "2010年1月1日至2007年1月1日"],
      ["本页小计", "", "", "", "1.83"],
      ["证号", "权利人", "面积", "林地使用期"],
      ["制表人：某某", "", "", "审核："],
    ])
    #expect(list.headingRows == 2..<4)
    #expect(
      list.columns.map(\.field) == [
        .certificate, .landOwner, .landUser, .treeOwner, .area, .termStart, .termEnd,
      ])
    #expect(list.columns.first { $0.field == .area }?.unit == .hectare)
    #expect(list.records.map(\.row) == [5, 7])
    #expect(list.records[0].termEnd.date?.description == "2037-12-31")
    #expect(list.records[0].rights.treeOwnership.holders.count == 2)
    #expect(
      list.skippedRows.map(\.reason) == [
        .columnNumbers, .blank, .total(label: "本页小计", hectares: 1.83), .repeatedHeading,
        .footer(label: "制表"),
      ])
    #expect(
      list.findings.contains(.areaUnitDiffers(row: 7, value: "12.5亩", heading: .hectare)))
  }

  @Test func titleRightAboveTheHeading() throws {
    let list = try TenureListReader().read([["龙川县林权登记台账", "", ""]] + fixture)
    #expect(list.headingRows == 1..<2)
    #expect(list.columns.first?.heading == "林权证号")
    #expect(list.records.map(\.row) == [2, 3])
  }

  /// Cells of the pieces that readers look for, in any order, must be read or refused.
  @Test func randomCellsAreReadOrRefused() throws {
    let pieces = [
      "第", "号", "(", ")", "（", "〕", "林证字", "不动产权", "2008", "0", "99999999", "-", "/", ".", ",",
      "年", "月", "日", "至", "长期", "亩", "公顷", "分", "等", "十", "二", "张", "三", "村", "和", " ",
      "\u{3000}", "\n", "%", "合计", "无", "争议", "\u{FFFD}", "\u{1F333}", "·", "有限公司", "临时",
      "e\u{301}",
      "1/2", "50%", ":", "T", "起", "止", "=cmd|'/c calc'!A1", "'; DROP TABLE", "\u{202E}",
    ]
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let heading = ["证号", "宗地号", "权利人", "林木所有权人", "面积", "起始日期", "终止日期", "备注"]
    var grid = [heading]
    for _ in 0..<3000 {
      grid.append(
        (0..<next(10)).map { _ in (0..<next(6)).map { _ in pieces[next(pieces.count)] }.joined() })
    }
    let list = try TenureListReader(options: TenureListOptions(defaultAreaUnit: .mu)).read(grid)
    let rows = list.records.map(\.row) + list.skippedRows.map(\.row)
    #expect(rows.sorted() == Array(1..<grid.count))
    for record in list.records {
      #expect(record.area.hectares.map { $0 >= 0 && $0.isFinite } ?? true)
      #expect(record.rights.treeOwnership.holders.allSatisfy { !$0.name.isEmpty })
    }
    #expect(
      try TenureListReader(options: TenureListOptions(defaultAreaUnit: .mu)).read(grid) == list)
  }

  @Test func everyRowBelowTheHeadingIsAccountedFor() throws {
    var grid = fixture
    grid += [[], ["\u{0}"], ["=1+1"], ["总计", "3"], ["乱", "码", "\u{FFFD}"], ["1", "2", "3"]]
    let list = try TenureListReader().read(grid)
    let rows = list.records.map(\.row) + list.skippedRows.map(\.row)
    #expect(rows.sorted() == Array(1..<grid.count))
  }

  @Test func aTotalAfterEachVillageClosesItsBlock() throws {
    let rows = [
      ["村", "林权证号", "权利人", "面积(亩)"],
      ["甲村", "将政林证字(2008)第1号", "张三", "10"], ["甲村", "将政林证字(2008)第2号", "李四", "5"],
      ["合计", "", "", "15"],
      ["乙村", "将政林证字(2008)第3号", "王五", "7"], ["合计", "", "", "7"], ["合计", "", "", "8"],
    ]
    let list = try TenureListReader().read(rows)
    #expect(list.records.count == 3)
    #expect(
      list.findings == [.totalDiffers(row: 6, label: "合计", printed: 8.0 / 15, sum: 0)],
      "the block before the last total is empty, and all rows give 22")
  }

  @Test func totalsThatDoNotAddUp() throws {
    var grid = fixture
    grid[3][5] = "250"
    let list = try TenureListReader().read(grid)
    #expect(
      list.findings == [
        .totalDiffers(row: 3, label: "合计", printed: 250.0 / 15, sum: 25.0 / 15)
      ])
  }

  @Test func duplicatesAndDoubleIssue() throws {
    let list = try TenureListReader(options: TenureListOptions(defaultAreaUnit: .mu)).read([
      ["林权证号", "宗地号", "权利人", "面积"],
      ["将政林证字(2008)第1号", "441622001002JE00001", "张三", "10"],
      ["将政林证字（2008）第0001号", "441622001002JE00001L00000001", "张三", "10"],
      ["将政林证字(2008)第1号", "441622001002JE00002", "张三", "10"],  // one certificate, two parcels
      ["自留山证第9号", "441622001002JE00002", "李四", "10"],
      ["", "临时12", "", "十亩"],
    ])
    #expect(
      list.findings.contains(.duplicateCertificate(key: "将政林证字(2008)第1号", rows: [1, 2])))
    #expect(
      list.findings.contains(
        .parcelUnderSeveralCertificates(
          parcel: "441622001002JE00002", certificates: ["将政林证字(2008)第1号", "自留山证第9号"],
          rows: [3, 4])))
    #expect(
      list.findings.filter { $0.row == 5 }.map(\.rule) == [
        "tenure-missing-certificate", "tenure-temporary-parcel-number", "tenure-missing-holder",
        "tenure-unreadable-area",
      ])
    #expect(list.findings.count(where: { $0.rule == "tenure-duplicate-certificate" }) == 1)
  }

  @Test func areasWithoutAUnitStayOpen() throws {
    let list = try TenureListReader().read([["证号", "权利人", "面积"], ["123456", "张三", "12.5"]])
    #expect(list.findings == [.areaUnitUnknown(row: 1, value: 12.5)])
    #expect(list.records[0].area.hectares == nil)
  }

  @Test func headingsGivenByHand() throws {
    let grid = [["甲列", "乙列", "丙列(亩)"], ["自留山证第1号", "张三", "15"]]
    #expect(throws: TenureListError.noHeading(rowsSearched: 2)) {
      try TenureListReader().read(grid)
    }
    let options = TenureListOptions(headings: [.certificate: "甲列", .holder: "乙列", .area: "丙列（亩）"])
    let list = try TenureListReader(options: options).read(grid)
    #expect(list.records[0].area.hectares == 1)
    #expect(list.records[0].rights.unspecified.holders.map(\.name) == ["张三"])
  }

  @Test func twoColumnsForOneFieldAreRefused() throws {
    let grid = [["证号", "权利人", "户主", "面积(亩)"], ["1", "2", "3", "4"]]
    #expect(
      throws: TenureListError.severalColumns(field: .holder, headings: ["权利人", "户主"])
    ) { try TenureListReader().read(grid) }
    let options = TenureListOptions(headings: [.holder: "户主"])
    #expect(try TenureListReader(options: options).read(grid).columns[1].heading == "户主")
  }

  @Test func missingHeadingNamesWhatIsThere() {
    let options = TenureListOptions(headings: [.area: "亩数"])
    #expect(
      throws: TenureListError.headingNotFound(
        field: .area, heading: "亩数", present: ["证号", "权利人", "面积"])
    ) { try TenureListReader(options: options).read([["证号", "权利人", "面积"]]) }
  }

  @Test("the unit may stand in the title only", arguments: ["（单位：亩）", "单位: 亩、株", "2023年 单位：亩"])
  func unitInTheTitle(_ title: String) throws {
    let list = try TenureListReader().read([
      ["龙川县林权登记台账" + title], ["证号", "权利人", "面积"], ["111111", "张三", "15"],
      ["222222", "张三", "1公顷"],
    ])
    #expect(list.records.map(\.area.hectares) == [1, 1])
    #expect(list.findings.isEmpty)
    // A heading that names a unit of its own leads.
    let other = try TenureListReader().read([
      ["台账" + title], ["证号", "权利人", "面积(公顷)"], ["111111", "张三", "15"],
    ])
    #expect(other.records[0].area.hectares == 15)
  }

  @Test("坐落 is read for village, 林班 and 小班 where they have no columns")
  func places() throws {
    let list = try TenureListReader().read([
      ["证号", "权利人", "坐落"], ["111111", "张三", "均溪镇上溪村 1林班12小班"], ["222222", "张三", "大坑"],
    ])
    #expect(list.records[0].village == "上溪村")
    #expect(list.records[0].compartment == "1")
    #expect(list.records[0].subcompartment == "12")
    #expect(list.records[1].subcompartment == "")
  }

  @Test("rows of known columns are all records, whatever they look like")
  func knownColumns() {
    let (records, findings) = TenureListReader().read(
      [["林权证号"], ["合计"], [""], ["1"], ["将政林证字(2008)第1号"]], fields: [.certificate])
    #expect(records.map(\.row) == [0, 1, 2, 3, 4])
    #expect(records[4].certificates.map(\.serial) == ["1"])
    #expect(findings.contains(.missingHolder(row: 4)))
  }

  @Test("the owner of the land alone is not the holder of the trees")
  func landOwnerOnly() throws {
    let list = try TenureListReader().read([
      ["证号", "林地所有权人", "林木所有权人"], ["111111", "上溪村村民委员会", ""],
      ["222222", "上溪村村民委员会", "张三"],
    ])
    #expect(list.records[0].leading().isEmpty)
    #expect(list.findings == [.missingHolder(row: 1)])
    // Without such columns there is nothing that could be missing.
    let short = try TenureListReader().read([
      ["证号", "林地所有权人"], ["111111", "上溪村村民委员会"],
    ])
    #expect(!short.records[0].leading().isEmpty)
  }

  @Test("one certificate for different holders is told")
  func certificateOfSeveralHolders() throws {
    let list = try TenureListReader().read([
      ["证号", "宗地号", "权利人"], ["将政林证字(2008)第1号", "11", "张三"],
      ["将政林证字(2008)第01号", "12", "李四"], ["将政林证字(2008)第2号", "13", "张三"],
      ["将政林证字(2008)第2号", "14", "张三户"],
    ])
    #expect(
      list.findings == [
        .certificateOfSeveralHolders(key: "将政林证字(2008)第1号", holders: ["张三", "李四"], rows: [1, 2])
      ])
  }

  @Test func disputesInRemarks() throws {
    let list = try TenureListReader().read([
      ["证号", "权利人", "备注"], ["111111", "张三", "与李四有争议"], ["222222", "张三", "无争议"],
      ["333333", "张三", "纠纷已调处"], ["444444", "张三", ""],
    ])
    #expect(list.records.map(\.isDisputed) == [true, false, false, false])
  }

  @Test func emptyGridHasNoHeading() {
    #expect(throws: TenureListError.noHeading(rowsSearched: 0)) { try TenureListReader().read([]) }
    #expect(throws: TenureListError.noHeading(rowsSearched: 2)) {
      try TenureListReader().read([[], [""]])
    }
  }
}
