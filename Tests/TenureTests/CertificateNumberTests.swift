import Tenure
import Testing

@Suite struct CertificateNumberTests {
  @Test func legacyNumber() {
    let number = CertificateNumber("将政林证字（2008）第 001234 号")
    #expect(number.kind == .legacyForest)
    #expect(number.year == 2008)
    #expect(number.serial == "1234")
    #expect(number.key == "将政林证字(2008)第1234号")
  }

  @Test func spellingsOfOneNumberAreEqual() {
    let spellings = [
      "将政林证字(2008)第001234号", "将政林证字〔2008〕第1234号", "将政林证字2008第1234号", "将政林证字(2008)1234号",
      "将政林证字(2008)第１２３４",
    ]
    #expect(Set(spellings.map { CertificateNumber($0) }).count == 1)
  }

  @Test func realEstateNumber() {
    let number = CertificateNumber("闽（2021）将乐县不动产权第0001234号")
    #expect(number.kind == .realEstate)
    #expect(number.year == 2021)
    #expect(number.key == "闽(2021)将乐县不动产权第1234号")
  }

  @Test func authorityAndYearTellNumbersApart() {
    let numbers = ["将政林证字(2008)第1号", "梅政林证字(2008)第1号", "将政林证字(2009)第1号", "将政林证字第1号"]
    #expect(Set(numbers.map { CertificateNumber($0).key }).count == 4)
  }

  @Test(arguments: [
    ("梅政林证字第000987号", CertificateNumber.Kind.legacyForest), ("自留山证第12号", .oldMountain),
    ("山林权证字第3号", .oldMountain), ("012345", .bareNumber), ("第012345号", .bareNumber),
    ("无证", .none), ("", .none), ("/", .none), ("档案遗失", .unrecognised),
  ])
  func kinds(_ text: String, _ kind: CertificateNumber.Kind) {
    #expect(CertificateNumber(text).kind == kind)
  }

  @Test func leadingZerosLostInASpreadsheetDoNotMatter() {
    #expect(CertificateNumber("012345") == CertificateNumber("12345"))
    #expect(CertificateNumber("将政林证字(2008)第1234-2号") != CertificateNumber("将政林证字(2008)第1234号"))
  }

  @Test func severalNumbersInOneCell() {
    let list = CertificateNumber.list("将政林证字(2008)第001234、001235号；自留山证第7号\n无")
    #expect(list.map(\.key) == ["将政林证字(2008)第1234号", "将政林证字(2008)第1235号", "自留山证第7号"])
    #expect(CertificateNumber.list("无").isEmpty)
  }

  @Test(arguments: [
    "第号", "号", "第", "()()((", "林证字", "-", "第-号", String(repeating: "9", count: 5000),
  ])
  func hostileTextDoesNoHarm(_ text: String) { _ = CertificateNumber(text).key }

  @Test func unitNumberIsComparedByItsParcel() {
    let parcel = ParcelNumber("441622001002JE00003")
    let unit = ParcelNumber("441622001002JE00003L00000001")
    #expect(parcel.kind == .cadastral)
    #expect(parcel == unit)
    #expect(ParcelNumber("临时441622001002JE00003").kind == .temporary)
    #expect(ParcelNumber("0012") == ParcelNumber("12"))
    #expect(ParcelNumber("0012").kind == .local)
    #expect(ParcelNumber("无").kind == .none)
  }

  @Test(arguments: [
    "试政林证字﹙2010﹚第000041号", "试政林证字(2010)NO.000041", "试政林证字(2010)№000041号", "试政林证字（2010）第000041号。",
    "《试政林证字(2010)第000041号》", "试政林證字(2010)第000041號", "试政林证字（二〇一〇）第41号", "试政林证字〔二O一〇〕第41号",
    "林权证号：试政林证字(2010)第000041号", "试政林证字2010年第41号", "试政林证(2010)字第41号", "试政林证字(2010年)第41号",
    "试政林证字(2010)字第000041号", "试政林证字(2010)-000041", "(2010)试政林证字第000041号",
    "试政林证字(2010)第41号（已注销）", "试政林证字(2010) No: 41", "试政\u{F9F4}证字(2010)第41号",
  ])
  func furtherSpellings(_ text: String) {
    #expect(CertificateNumber.list(text).map(\.key) == ["试政林证字(2010)第41号"])
    #expect(CertificateNumber(text).kind == .legacyForest)
  }

  @Test func kangxiRadicals() {
    #expect(TextNormalization.key("⽊⼭⽥⼟⼈") == "木山田土人")
  }

  @Test(arguments: [
    "试政林证字(2010)第000041、000042、000043号", "试政林证字(2010)第000041号、第000042号、第000043号",
    "试政林证字(2010)第000041号 试政林证字(2010)第000042号 试政林证字(2010)第000043号",
    "试政林证字(2010)第000041/000042/000043号", "试政林证字(2010)第041-043号", "试政林证字(2010)第41至43号",
    "试政林证字(2010)第041号至第043号", "试政林证字(2010)第000041号～000043号", "试政林证字(2010)第041号-第043号",
    "试政林证字(2010)第000041 000042 000043号", "试政林证字(2010)第000041号；试政林证字(2010)第000042号；000043号",
  ])
  func severalNumbersInOtherForms(_ text: String) {
    #expect(
      CertificateNumber.list(text).map(\.key) == (41...43).map { "试政林证字(2010)第\($0)号" })
  }

  @Test(arguments: [
    ("将政林证字(2008)第1234-2号", "将政林证字(2008)第1234-2号"),
    ("试政林证字 (2010) 第 000041 号", "试政林证字(2010)第41号"),
  ])
  func oneNumberStaysOne(_ text: String, _ key: String) {
    #expect(CertificateNumber.list(text).map(\.key) == [key])
  }

  @Test(arguments: ["无证", "未办证", "未领证", "尚未发证", "暂无林权证", "没有证", "无林权证书"])
  func denied(_ text: String) { #expect(CertificateNumber.list(text).isEmpty) }
}
