import Foundation
import Reporting
import Testing

/// A reader of RFC 4180 that shares nothing with the writer.
private func records(_ bytes: [UInt8]) -> [[String]] {
  var records: [[String]] = []
  var record: [String] = []
  var field: [UInt8] = []
  var isQuoted = false
  var index = 3
  while index < bytes.count {
    let byte = bytes[index]
    if isQuoted {
      if byte == 0x22, index + 1 < bytes.count, bytes[index + 1] == 0x22 {
        field.append(byte)
        index += 1
      } else if byte == 0x22 {
        isQuoted = false
      } else {
        field.append(byte)
      }
    } else if byte == 0x22 {
      isQuoted = true
    } else if byte == 0x2C || byte == 0x0D {
      record.append(String(decoding: field, as: UTF8.self))
      field = []
      if byte == 0x0D {
        records.append(record)
        record = []
        index += 1
      }
    } else {
      field.append(byte)
    }
    index += 1
  }
  return records
}

private let hostile = [
  "plain", "", "a,b", "say \"hi\"", "line\nbreak", "cr\rlf\r\n", " lead", "trail ", "岩镇，村", "\"",
  ",",
  "\u{FEFF}mark", "tab\tinside", "0441622",
]

@Test func textsComeBackAsTheyWere() {
  var table = ReportTable(title: "t", columns: [.code("代码"), .text("村")])
  for text in hostile { table.append([.text(text), .text(text + "x")]) }
  let bytes = CSVRenderer().render(table)
  #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
  let read = records(bytes)
  #expect(read.first == ["代码", "村"])
  #expect(read.dropFirst().map { $0[0] } == hostile)
  #expect(read.dropFirst().map { $0[1] } == hostile.map { $0 + "x" })
}

@Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\r\n=1", "＝1"])
func formulasBecomeText(text: String) {
  var table = ReportTable(title: "", columns: [.text("a")])
  table.append([.text(text)])
  #expect(records(CSVRenderer().render(table))[1] == ["'" + text])
}

@Test func fileStaysRectangularWithGroupsNoticesAndTotals() {
  var table = ReportTable(
    title: "t", notices: ["不得用于申报"],
    columns: [.text("村"), .decimal("面积", unit: "公顷", places: 2), .percent("占比")])
  table.append([.text("甲"), .number(-1234.565), .number(0.125)])
  table.appendGroup("储备")
  table.append([.text("乙"), .missing(MissingReason(code: "no-area", explanation: "无")), .empty])
  table.setTotal([.text("合计"), .number(.nan), .number(1)])
  #expect(
    records(CSVRenderer().render(table)) == [
      ["分组", "村", "面积（公顷）", "占比（%）", "标识"],
      ["", "甲", "-1234.57", "12.5", "不得用于申报"],
      ["储备", "乙", "— no-area", "", "不得用于申报"],
      ["", "合计", "—", "100.0", "不得用于申报"],
    ])
}
