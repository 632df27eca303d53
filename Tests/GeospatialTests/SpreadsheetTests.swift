import Testing

@testable import Geospatial

@Suite struct SpreadsheetTests {
  @Test(.enabled(if: Places.hasRealData)) func tenureWorkbookComesAsWritten() throws {
    let grid = try SpreadsheetSource.cells(path: Places.fixture("tenure_list.xlsx"))
    #expect(grid.sheet == "林权台账")
    #expect(
      grid.rows == [
        ["林权证号", "宗地号", "权利人", "树种代码", "地类", "面积(亩)", "终止日期", "备注"],
        ["粤龙川林证字(2008)第001234号", "0012", "张三", "220", "30100", "12.5", "2038-12-31", "合并"],
        [
          "粤（2021）龙川县不动产权第0001234号", "441622001002JD00003", "黄田村", "220000", "030100",
          "12.50亩", "长期",
        ],
        ["", "", "合计", "", "", "25"],
      ])
    #expect(throws: SourceError.self) {
      try SpreadsheetSource.cells(path: Places.fixture("tenure_list.xlsx"), sheet: "别的")
    }
  }

  @Test(.enabled(if: Places.hasRealData)) func tenureCSVKeepsItsZeros() throws {
    let grid = try SpreadsheetSource.cells(path: Places.fixture("tenure_gbk.csv"))
    #expect(grid.encoding.evidence == .validGB18030)
    #expect(
      grid.rows == [
        ["小班号", "权利人名称", "林地所有权人", "林地使用权人", "面积(亩)"],
        ["001", "龙川县老隆镇黄田村民委员会第一村民小组", "黄田村集体", "张三", "12.5"],
      ])
    var source = try VectorSource(path: Places.fixture("tenure_gbk.csv"))
    #expect(source.description.fields.map(\.name) == grid.rows[0])
    let batch = try source.read(0..<1, fields: [0, 1], geometry: false)
    #expect(batch.columns[0].strings == ["001"])
    #expect(batch.columns[1].strings == [grid.rows[1][1]])
  }

  @Test(arguments: [",", ";", "\t"], ["\n", "\r\n"])
  func delimitedTextIsReadInAllItsForms(delimiter: String, end: String) throws {
    try Places.withFolder { folder in
      let path = folder + "/t.csv"
      let text = [
        ["小班号", "备注"], ["001", "\"a\(delimiter)b \"\"c\"\"\(end)d\""], ["", "\"\""], ["x"],
      ].map { $0.joined(separator: delimiter) }.joined(separator: end)
      try Places.write([0xEF, 0xBB, 0xBF] + Array(text.utf8), to: path)
      #expect(
        try SpreadsheetSource.cells(path: path).rows == [
          ["小班号", "备注"], ["001", "a\(delimiter)b \"c\"\(end)d"], ["", ""], ["x"],
        ])
    }
  }

  @Test(arguments: [
    ("12.0", "12"), ("12.50", "12.50"), ("030100", "030100"), ("2038/12/31", "2038-12-31"),
    ("12.300000000000001", "12.3"), ("长期", "长期"), ("1.2.3", "1.2.3"), ("-3.0", "-3"),
    ("2038/12/31 00:00:00", "2038-12-31"), (".0", ".0"),
  ])
  func cellsAreWrittenAsPeopleReadThem(cell: String, text: String) {
    #expect(CellText.plain(cell) == text)
  }

  @Test func datesAndNumbersOfAWorkbook() throws {
    try Places.withFolder { folder in
      let path = folder + "/t.xlsx"
      try SampleLayer.write(path, .xlsx, rows: 4, geometry: .none, epsg: nil)
      let grid = try SpreadsheetSource.cells(path: path)
      #expect(grid.rows[0] == SampleLayer.fields.map(\.name))
      #expect(grid.rows[1] == ["000", "老隆镇", "0", "0", "2010-06-13"])
      #expect(grid.rows[3] == ["002", "", "0.5", "2", "2012-06-13"])
      #expect(grid.rows[4] == ["003", "黄田", "", "3", "2013-06-13"])
    }
  }
}
