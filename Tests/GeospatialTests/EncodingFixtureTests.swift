import Testing

@testable import Geospatial

@Suite(.enabled(if: Places.hasRealData)) struct EncodingFixtureTests {
  @Test(arguments: ["ld00", "ld4d", "cpggbk", "liarutf8"])
  func readsGBKWhateverTheFileClaims(name: String) throws {
    var source = try VectorSource(path: Places.fixture(name + ".dbf"))
    let description = source.description
    #expect(
      description.fields.map(\.name) == [
        "XIANG", "LQ_QLR", "权利人", "林地使用权", "MIAN_JI", "YOU_SHI_SZ", "PINGJUN_NL", "YBD",
      ])
    #expect(description.geometry == .none)
    #expect(description.coordinates == .none)
    #expect(description.featureCount == 2)
    let batch = try source.read(0..<2, fields: Array(0..<8), geometry: false)
    let columns = batch.columns.map(\.strings)
    #expect(columns[0] == ["老隆镇", "四都镇"])
    #expect(columns[1] == ["龙川县", "李四"])
    #expect(columns[2] == ["张三", "黄田村民委员会"])
    #expect(columns[3] == ["村小组", ""])
    #expect(columns[4] == ["12.34", "0.0"])
    #expect(columns[6] == ["15.0", ""])
    #expect(columns[7] == ["0.7", ""])
    #expect(
      batch.damagedTexts == [RawBatch.DamagedText(row: 0, column: 1, isCutAtEnd: true)])
  }

  @Test func saysWhatTheEncodingRestsOn() throws {
    func decision(_ name: String) throws -> EncodingDecision {
      try VectorSource(path: Places.fixture(name)).description.encoding
    }
    let plain = try decision("ld00.dbf")
    #expect(plain.evidence == .validGB18030 && plain.encoding == .gb18030)
    #expect(plain.cutTexts == 1 && plain.malformedTexts == 0)
    #expect(try decision("ld4d.dbf").evidence == .languageByte(0x4D))
    #expect(try decision("cpggbk.dbf").evidence == .cpgFile("GBK"))
    let liar = try decision("liarutf8.dbf")
    #expect(liar.evidence == .validGB18030 && liar.overruled == [.cpgFile("UTF-8")])
    let utf8 = try decision("utf8nocpg.dbf")
    #expect(utf8.evidence == .validUTF8 && utf8.malformedTexts == 0 && utf8.cutTexts == 3)
  }

  @Test func readsUTF8WithCutNamesAndValues() throws {
    var source = try VectorSource(path: Places.fixture("utf8nocpg.dbf"))
    let fields = source.description.fields
    #expect(fields[3].name == "林地使" && fields[3].isNameCut)
    #expect(fields[2].name == "权利人" && !fields[2].isNameCut)
    let batch = try source.read(0..<2, fields: [0, 1, 2, 3], geometry: false)
    #expect(batch.columns[0].strings == ["老隆镇", "四都镇"])
    #expect(batch.columns[1].strings == ["龙川", "李四"])
    #expect(batch.columns[2].strings == ["张三", "黄田村民委员"])
    #expect(batch.damagedTexts.map(\.isCutAtEnd) == [true, true])
  }
}
