import Tenure
import Testing

@Suite struct TextJoinTests {
  private func record(
    _ certificate: String = "", parcel: String = "", village: String = "", compartment: String = "",
    subcompartment: String = "", place: String = "", holder: String = "张三"
  ) -> TenureRecord {
    var record = TenureRecord(row: 0)
    record.certificates = CertificateNumber.list(certificate)
    record.parcel = ParcelNumber(parcel)
    record.village = village
    record.compartment = compartment
    record.subcompartment = subcompartment
    record.placeName = place
    record.rights.unspecified = HolderSplitter().split(holder)
    return record
  }

  private func parcels(_ records: [TenureRecord]) -> TenureParcelColumns {
    var columns = TenureParcelColumns()
    for (row, one) in records.enumerated() {
      columns.append(one, row: Int64(row), hasPolygon: false)
    }
    return columns
  }

  @Test func strongestTextLeads() {
    let join = TextJoin(
      parcels: parcels([
        record("将政林证字(2008)第1号"), record(village: "黄田村", compartment: "03", subcompartment: "007"),
        record(village: "黄田村", place: "大坑"), record(parcel: "441622001002JE00003"),
      ]))
    var labels = SubcompartmentLabels()
    labels.append(
      village: "黄田村委会", compartment: "3林班", subcompartment: "第7小班", placeName: "大坑",
      certificate: "将政林证字（2008）第0001号")
    labels.append(village: "黄田", compartment: "3", subcompartment: "7", placeName: "大坑")
    labels.append(village: "黄田", compartment: "3", subcompartment: "8", placeName: "大　坑")
    labels.append(
      village: "", compartment: "", subcompartment: "7",
      parcelNumber: "441622001002JE00003L00000001")
    labels.append(village: "", compartment: "3", subcompartment: "7")
    labels.append(village: "红田", compartment: "3", subcompartment: "7", certificate: "无")
    let claims = join.claims(of: labels)
    #expect(claims.subcompartment == [0, 1, 2, 3])
    #expect(claims.parcel == [0, 1, 2, 3])
    #expect(claims.evidence == [.certificate, .inventoryNumber, .placeName, .parcelNumber])
    #expect(claims.confidence == [0.8, 0.5, 0.2, 0.9])
    #expect(claims.share.allSatisfy { $0.isNaN })
  }

  @Test func severalTitlesShareTheConfidence() {
    let join = TextJoin(
      parcels: parcels([
        record("111111", holder: "张三"), record("111111", holder: "李四"),
        record("111111", holder: "李四"),
      ]))
    var labels = SubcompartmentLabels()
    labels.append(village: "", compartment: "", subcompartment: "", certificate: "111111")
    let claims = join.claims(of: labels)
    #expect(claims.parcel == [0, 1])
    #expect(claims.confidence == [0.2, 0.2])
    #expect(claims.evidence == [.bareCertificate, .bareCertificate])
  }

  @Test func theMapLeadsAndDisagreementIsReported() {
    // The certificate's own numbering names 小班 7, the map shows another parcel there.
    let columns = parcels([record("将政林证字(2008)第1号"), record("将政林证字(2008)第2号", holder: "李四")])
    var spatial = ClaimColumns()
    spatial.append(subcompartment: 0, parcel: 1, share: 1, evidence: .spatial, confidence: 1)
    spatial.append(subcompartment: 2, parcel: 0, share: 1, evidence: .spatial, confidence: 1)
    var text = ClaimColumns()
    for row: Int32 in 0...2 {
      text.append(
        subcompartment: row, parcel: 0, share: .nan, evidence: .inventoryNumber, confidence: 0.5)
    }
    let (claims, disagreements) = ClaimMerge.merge(
      spatial: spatial, text: text, parcels: columns, count: 3)
    #expect(claims.subcompartment == [0, 1, 2])
    #expect(claims.parcel == [1, 0, 0])
    #expect(claims.evidence == [.spatial, .inventoryNumber, .spatial])
    #expect(
      disagreements == [
        ClaimMerge.Disagreement(
          subcompartment: 0, textParcel: 0, evidence: .inventoryNumber, confidence: 0.5,
          spatialParcels: [1])
      ])
  }

  @Test func aListRowOfTheMappedTitleAgrees() {
    let columns = parcels([record("将政林证字(2008)第1号"), record("将政林证字〔2008〕第0001号")])
    var spatial = ClaimColumns()
    spatial.append(subcompartment: 0, parcel: 0, share: 1, evidence: .spatial, confidence: 1)
    var text = ClaimColumns()
    text.append(subcompartment: 0, parcel: 1, share: .nan, evidence: .certificate, confidence: 0.8)
    let merged = ClaimMerge.merge(spatial: spatial, text: text, parcels: columns, count: 1)
    #expect(merged.disagreements.isEmpty)
    #expect(merged.claims.count == 1)
  }
}
