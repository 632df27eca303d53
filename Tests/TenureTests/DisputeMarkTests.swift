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

@Suite struct DisputeDenialTests {
  @Test(arguments: [
    "与邻村有纠纷未解决", "原有争议未处理", "未经调处的争议地", "有无争议：有", "四至不清，存在争议", "争议（未决）", "纠纷尚未化解",
    "权属争议，未调处", "争议未了结", "四至无误但有争议", "无偿划拨地存在争议", "所有权有争议", "未解决的争议", "与下溪村纠纷，没有解决",
    "国有林场与村集体争议", "争议正在调处", "是否有争议：是", "纠纷未平息",
  ])
  func stillOpen(_ text: String) {
    #expect(DisputeMark(notes: text) == .disputed)
    #expect(DisputeMark(answer: text) == .disputed)
  }

  @Test(arguments: [
    "有无争议：无", "无权属争议", "四至清楚，无争议", "未发现纠纷", "没有争议", "与邻村权属纠纷已调处", "不存在任何争议", "无未决争议", "争议：无",
    "是否存在争议：否", "查封已解除", "无权属争议和纠纷",
  ])
  func none(_ text: String) { #expect(DisputeMark(notes: text) == .undisputed) }

  @Test(arguments: ["未解决", "未处理", "未决", "未调处", "未化解", "未了结"])
  func openAnswers(_ text: String) { #expect(DisputeMark(answer: text) == .disputed) }

  @Test(arguments: ["已抵押", "有无争议：", "四至清楚"])
  func silent(_ text: String) { #expect(DisputeMark(notes: text) == .silent) }
}
