import Tenure
import Testing

@Suite struct DisputeMarkTests {
  @Test(arguments: [
    "是", "1", "１", "有", "Y", "y", "true", "True", " 是 ", "有争议", "与李四纠纷", "1.0", "√",
  ])
  func yes(_ text: String) { #expect(DisputeMark(answer: text) == .disputed) }

  @Test(arguments: ["否", "0", "０", "无", "N", "false", "无争议", "没有", "不存在争议", "纠纷已调处", "0.0"])
  func no(_ text: String) { #expect(DisputeMark(answer: text) == .undisputed) }

  @Test(arguments: ["", " ", "-", "/", "——"])
  func silent(_ text: String) { #expect(DisputeMark(answer: text) == .silent) }

  @Test(arguments: ["2", "待核", "不详", "张三", "?"])
  func neither(_ text: String) { #expect(DisputeMark(answer: text) == .unclear(text)) }

  @Test func theWorseOfTwoCounts() {
    #expect(DisputeMark.undisputed.joined(.disputed) == .disputed)
    #expect(DisputeMark.unclear("2").joined(.undisputed) == .unclear("2"))
    #expect(DisputeMark.silent.joined(.undisputed) == .undisputed)
  }

  @Test func aColumnOfItsOwnIsReadFromLists() throws {
    let list = try TenureListReader().read([
      ["证号", "权利人", "是否争议"], ["111111", "张三", "是"], ["222222", "张三", "否"],
      ["333333", "张三", "待核"],
    ])
    #expect(list.records.map(\.isDisputed) == [true, false, false])
    #expect(list.findings == [.disputeUnclear(row: 3, value: "待核")])
  }
}
