import Inventory
import Tenure
import Testing

@Suite("Lists joined to parcels of the map")
struct RecordJoinTests {
  private func record(
    _ certificate: String = "", parcel: String = "", holder: String = "", user: String = "",
    area: String = "", term: String = "", remark: String = "", subcompartment: String = "",
    row: Int = 0
  ) throws -> TenureRecord {
    let list = try TenureListReader().read([
      ["林权证号", "宗地号", "权利人", "林地使用权人", "面积(亩)", "终止日期", "备注", "小班"],
      [certificate, parcel, holder, user, area, term, remark, subcompartment],
    ])
    var record = try #require(list.records.first)
    record.row = row
    return record
  }

  private func rules(_ join: RecordJoin) -> [String] { join.findings.map(\.finding.rule) }

  @Test("spellings of one number are one; differences of holder, area and term are told")
  func differences() throws {
    var parcels = [
      try record(
        "田政林证字（2008）第000001号", user: "张三 李四", area: "296.37", term: "2058-12-31"),
      try record("田政林证字（2008）第000002号", user: "上溪村村民委员会", area: "30", term: "长期"),
    ]
    let join = RecordJoin(
      parcels: &parcels,
      lists: [
        try record("田政林证字[2008]第１号", holder: "赵六", area: "999", term: "2010-12-31"),
        try record("田政林证字2008第2号", holder: "均溪镇上溪村委会", area: "30.04", term: "长期"),
        try record("田政林证字(2008)第3号", holder: "赵六"),
      ])
    #expect(join.matches.map(\.parcels) == [[0], [1]])
    #expect(join.matches.map(\.evidence) == [.certificate, .certificate])
    #expect(join.matches[0].confidence == ClaimConfidence().certificate)
    #expect(join.unmatched == [2])
    #expect(join.findings.map(\.list) == [0, 0, 0])
    #expect(
      rules(join) == [
        "tenure-list-area-differs", "tenure-list-holder-differs", "tenure-list-term-differs",
      ])
    let details = join.findings.map { $0.finding.finding(source: 0).detail }
    #expect(details.allSatisfy { $0.contains("置信度 0.8") })
    // The map leads, with the doubt noted.
    #expect(parcels[0].rights.landUse.holders.map(\.name) == ["张三", "李四"])
    #expect(parcels[0].doubts == [.init(.listHolderDiffers), .init(.listTermDiffers)])
    #expect(parcels[1].doubts == [])
  }

  @Test("a list fills what the parcel leaves blank")
  func blanks() throws {
    var parcels = [try record("田政林证字(2008)第1号", area: "300")]
    let join = RecordJoin(
      parcels: &parcels,
      lists: [
        try record(
          "田政林证字(2008)第000001号", holder: "绿源有限公司", area: "20公顷", term: "2058年12月31日")
      ])
    #expect(join.findings.isEmpty)
    #expect(join.filled == 2)
    #expect(parcels[0].leading().type == .company)
    #expect(parcels[0].termEnd == TermEnd("2058-12-31"))
    #expect(parcels[0].area.hectares == 20)
  }

  @Test("a dispute in either source counts")
  func disputes() throws {
    var parcels = [
      try record("田政林证字(2008)第1号", holder: "张三"),
      try record("田政林证字(2008)第2号", holder: "张三", remark: "与李四有纠纷"),
    ]
    let join = RecordJoin(
      parcels: &parcels,
      lists: [
        try record("田政林证字(2008)第1号", holder: "张三", remark: "有争议"),
        try record("田政林证字(2008)第2号", holder: "张三"),
      ])
    #expect(parcels.map(\.isDisputed) == [true, true])
    #expect(rules(join) == ["tenure-list-notes-dispute"])
  }

  @Test("宗地号 leads over the certificate; 28 characters name the parcel of 19")
  func parcelNumber() throws {
    let number = "441622001002JE00003"
    var parcels = [
      try record("田政林证字(2008)第1号", parcel: number, holder: "张三"),
      try record("田政林证字(2008)第2号", holder: "李四"),
    ]
    let join = RecordJoin(
      parcels: &parcels,
      lists: [try record("田政林证字(2008)第2号", parcel: number + "L00000001", holder: "张三")])
    #expect(join.matches.map(\.parcels) == [[0]])
    #expect(join.matches[0].evidence == .parcelNumber)
    #expect(join.findings.isEmpty)
  }

  @Test("a certificate of several parcels is compared by sums or row by row")
  func severalParcels() throws {
    let number = "田政林证字(2008)第1号"
    let map = [
      try record(number, holder: "张三", area: "100", subcompartment: "1"),
      try record(number, holder: "张三", area: "50", subcompartment: "2"),
    ]
    var parcels = map
    var join = RecordJoin(
      parcels: &parcels, lists: [try record(number, holder: "张三", area: "150")])
    #expect(join.matches.map(\.parcels) == [[0, 1]])
    #expect(join.findings.isEmpty)

    parcels = map
    join = RecordJoin(
      parcels: &parcels, lists: [try record(number, holder: "张三", area: "120")])
    #expect(rules(join) == ["tenure-list-area-differs"])

    parcels = map
    join = RecordJoin(
      parcels: &parcels,
      lists: [
        try record(number, holder: "张三", area: "50", subcompartment: "002"),
        try record(number, holder: "李四", area: "100", subcompartment: "1"),
      ])
    #expect(join.matches.map(\.parcels) == [[1], [0]])
    #expect(rules(join) == ["tenure-list-holder-differs"])

    // Nothing tells the place: the row that says the same is the parcel's.
    parcels = map.map {
      var parcel = $0
      parcel.subcompartment = ""
      return parcel
    }
    join = RecordJoin(
      parcels: &parcels,
      lists: [
        try record(number, holder: "张三", area: "50"), try record(number, holder: "张三", area: "100"),
      ])
    #expect(join.matches.map(\.parcels) == [[1], [0]])
    #expect(join.findings.isEmpty)
  }

  @Test("digits alone join with little confidence, and not where they are used twice")
  func bareNumbers() throws {
    var parcels = [
      try record("田政林证字(2008)第001234号", holder: "张三"), try record("005678", holder: "李四"),
    ]
    var join = RecordJoin(
      parcels: &parcels, lists: [try record("1234"), try record("田政林证字(2008)第5678号")])
    #expect(join.matches.map(\.parcels) == [[0], [1]])
    #expect(join.matches.allSatisfy { $0.evidence == .bareCertificate && $0.confidence < 0.3 })

    parcels = [
      try record("田政林证字(2008)第1号", holder: "张三"), try record("田政林证字(2009)第1号", holder: "李四"),
    ]
    join = RecordJoin(parcels: &parcels, lists: [try record("1", holder: "王五")])
    #expect(join.unmatched == [0])
  }

  @Test(
    "names that differ in form only agree",
    arguments: [
      ("张三", "张三户"), ("上溪村村民委员会", "大田县均溪镇上溪村委会"), ("上溪村集体", "上溪村村民委员会"),
      ("李四、张三", "张三 李四"), ("张三等5户", "张三、李四、王五、赵六、钱七"), ("绿源 有限公司", "绿源有限公司"),
    ])
  func sameHolders(_ one: String, _ other: String) throws {
    var parcels = [try record("田政林证字(2008)第1号", holder: one)]
    let join = RecordJoin(
      parcels: &parcels, lists: [try record("田政林证字(2008)第1号", holder: other)])
    #expect(join.findings.isEmpty)
  }

  @Test(arguments: [("张三", "张三、李四"), ("张三等5户", "李四、王五"), ("上溪村", "下溪村"), ("张三", "张三丰")])
  func otherHolders(_ one: String, _ other: String) throws {
    var parcels = [try record("田政林证字(2008)第1号", holder: one)]
    let join = RecordJoin(
      parcels: &parcels, lists: [try record("田政林证字(2008)第1号", holder: other)])
    #expect(rules(join) == ["tenure-list-holder-differs"])
  }
}
