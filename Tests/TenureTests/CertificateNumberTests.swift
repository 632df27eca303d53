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
}
