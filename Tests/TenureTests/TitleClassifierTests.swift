import Tenure
import Testing

@Suite struct TitleClassifierTests {
  /// 0 张三, 1 李四, 2 张三 again under the same certificate, 3 disputed, 4 ends 2030, 5 no term,
  /// 6 no holder, 7 unlimited, 8 a list names another holder, 9 a list says it ended in 2010,
  /// 10 是否争议 cannot be read.
  private static let parcels: TenureParcelColumns = {
    var parcels = TenureParcelColumns()
    func append(
      _ certificate: String, _ holder: String, _ term: String, dispute: String = "",
      doubts: TitleReasonSet = [], otherTerm: String? = nil
    ) {
      var record = TenureRecord(row: parcels.count)
      record.certificates = CertificateNumber.list(certificate)
      record.rights.treeOwnership = HolderSplitter().split(holder)
      record.termEnd = TermEnd(term)
      record.dispute = DisputeMark(answer: dispute)
      record.doubts = doubts
      record.otherTermEnd = otherTerm.map { TermEnd($0) }
      parcels.append(record, row: Int64(parcels.count), hasPolygon: true)
    }
    append("将政林证字(2008)第1号", "张三", "2040-12-31")
    append("将政林证字(2008)第2号", "李四", "2040-12-31")
    append("将政林证字(2008)第1号", "张三", "2040-12-31")
    append("将政林证字(2008)第3号", "王五", "2040-12-31", dispute: "是")
    append("将政林证字(2008)第4号", "张三", "2030-12-31")
    append("将政林证字(2008)第5号", "张三", "")
    append("将政林证字(2008)第6号", "", "2040-12-31")
    append("将政林证字(2008)第7号", "张三", "长期")
    append("将政林证字(2008)第8号", "张三", "长期", doubts: .init(.listHolderDiffers))
    append(
      "将政林证字(2008)第9号", "张三", "长期", doubts: .init(.listTermDiffers), otherTerm: "2010-12-31")
    append("将政林证字(2008)第10号", "张三", "长期", dispute: "待核")
    return parcels
  }()

  private func classify(
    _ claims: [(Int32, Double)], covered: Double, multiple: Double = 0, area: Double = 10,
    hasData: Bool = true, evidence: ClaimEvidence = .spatial
  ) -> TitleColumns {
    var columns = ClaimColumns()
    for (parcel, share) in claims {
      columns.append(
        subcompartment: 0, parcel: parcel, share: evidence == .spatial ? share : .nan,
        evidence: evidence, confidence: 1)
    }
    let classifier = TitleClassifier(endOfCrediting: CalendarDate(endOf: 2035))
    return classifier.classify(
      .init(
        area: [area], coveredShare: [covered], multiplyCoveredShare: [multiple],
        hasTenureData: [hasData], claims: columns), parcels: Self.parcels)
  }

  private func expectSharesAddUp(_ titles: TitleColumns) {
    let sum =
      titles.disputedShare[0] + titles.contestedShare[0] + titles.expiringShare[0]
      + titles.untitledShare[0] + titles.clearShare[0]
    #expect(abs(sum - 1) < 1e-12)
  }

  @Test("a holder who is not known, or differs from source to source, is nobody's clear title")
  func unsettledHolders() {
    for (parcel, reason) in [
      (6, TitleReason.holderMissing), (8, .listHolderDiffers), (10, .disputeUnclear),
    ] as [(Int32, TitleReason)] {
      for evidence in [ClaimEvidence.spatial, .certificate] {
        let titles = classify([(parcel, 1)], covered: 1, evidence: evidence)
        #expect(titles.titleClass == [.undetermined])
        #expect(titles.reasons[0].contains(reason))
      }
    }
    // A corner of it does not unsettle the rest.
    #expect(classify([(0, 0.95), (6, 0.05)], covered: 1).titleClass == [.singleHolder])
    #expect(classify([(0, 0.8), (6, 0.2)], covered: 1).titleClass == [.undetermined])
  }

  @Test("where one of two sources says that a term has ended, it is not known")
  func termsThatDiffer() {
    let titles = classify([(9, 1)], covered: 1)
    #expect(titles.term == [.unknown])
    #expect(titles.reasons[0] == .init(.listTermDiffers))
  }

  @Test("what has no polygon is not said to be without title")
  func noPolygon() {
    func classify(hasPolygon: Bool, hasMap: Bool) -> TitleColumns {
      TitleClassifier(endOfCrediting: CalendarDate(endOf: 2035)).classify(
        .init(
          area: [10], coveredShare: [0], multiplyCoveredShare: [0], hasTenureData: [true],
          claims: ClaimColumns(), hasParcelMap: hasMap, hasPolygon: [hasPolygon]),
        parcels: Self.parcels)
    }
    let without = classify(hasPolygon: false, hasMap: true)
    #expect(without.titleClass == [.undetermined])
    #expect(without.reasons[0] == .init(.noPolygon))
    #expect(without.untitledShare[0].isNaN)
    let listOnly = classify(hasPolygon: true, hasMap: false)
    #expect(listOnly.titleClass == [.undetermined])
    #expect(listOnly.reasons[0] == .init(.noRecordNamesIt))
    #expect(classify(hasPolygon: true, hasMap: true).titleClass == [.noTitle])
  }

  @Test("overlapping certificates stay claims of both")
  func overlapIsKept() {
    let titles = classify([(0, 1), (1, 0.4)], covered: 1, multiple: 0.4)
    #expect(titles.titleClass == [.conflictingClaims])
    #expect(titles.holderCount == [2])
    #expect(titles.contestedShare == [0.4])
  }

  @Test func oneParcelOverAll() {
    let titles = classify([(0, 1)], covered: 1)
    #expect(titles.titleClass == [.singleHolder])
    #expect(titles.reasons[0] == [])
    #expect(titles.clearShare == [1])
    #expect(titles.term == [.reaches])
    #expect(titles.mainParcel == [0])
  }

  @Test func twoHoldersSideBySide() {
    let titles = classify([(0, 0.6), (1, 0.4)], covered: 1)
    #expect(titles.titleClass == [.severalHolders])
    #expect(titles.reasons[0].reasons == [.severalHolders])
    #expect(titles.holderCount == [2])
    let minor = classify([(0, 0.95), (1, 0.05)], covered: 1)
    #expect(minor.titleClass == [.singleHolder])
    #expect(minor.reasons[0].reasons == [.minorHolders])
  }

  @Test func twoHoldersOverOneSpot() {
    let titles = classify([(0, 1), (1, 0.3)], covered: 1, multiple: 0.3)
    #expect(titles.titleClass == [.conflictingClaims])
    #expect(titles.reasons[0].contains(.overlappingTitles))
    #expect(titles.contestedShare == [0.3])
    expectSharesAddUp(titles)
    // Outlines that do not quite meet are no conflict.
    #expect(
      classify([(0, 1), (1, 0.015)], covered: 1, multiple: 0.015).titleClass[0] == .singleHolder)
  }

  @Test func oneTitleRecordedTwiceIsNoConflict() {
    let titles = classify([(0, 1), (2, 1)], covered: 1, multiple: 1)
    #expect(titles.titleClass == [.singleHolder])
    #expect(titles.reasons[0].reasons == [.sameTitleTwice])
    #expect(titles.clearShare == [1])
  }

  @Test func coverageDecidesNoTitle() {
    #expect(classify([(0, 0.9)], covered: 0.9).titleClass == [.singleHolder])
    let titles = classify([(0, 0.89)], covered: 0.89)
    #expect(titles.titleClass == [.noTitle])
    #expect(titles.reasons[0].reasons == [.partlyUntitled])
    #expect(abs(titles.untitledShare[0] - 0.11) < 1e-12)
    expectSharesAddUp(titles)
  }

  @Test func noClaimIsNotNoData() {
    let none = classify([], covered: 0)
    #expect(none.titleClass == [.noTitle])
    #expect(none.reasons[0].reasons == [.noClaim])
    #expect(none.untitledShare == [1])
    let unknown = classify([], covered: 0, hasData: false)
    #expect(unknown.titleClass == [.unknown])
    #expect(unknown.reasons[0].reasons == [.noTenureData])
    #expect(unknown.untitledShare[0].isNaN)
  }

  @Test func termsAgainstTheEndOfCrediting() {
    let early = classify([(4, 1)], covered: 1)
    #expect(early.titleClass == [.expiresTooEarly])
    #expect(early.term == [.expires])
    #expect(early.expiringShare == [1])
    let missing = classify([(5, 1)], covered: 1)
    #expect(missing.titleClass == [.singleHolder])
    #expect(missing.term == [.unknown])
    #expect(missing.reasons[0].reasons == [.termMissing])
    #expect(classify([(7, 1)], covered: 1).term == [.unlimited])
    let partly = classify([(0, 0.95), (4, 0.05)], covered: 1)
    #expect(partly.titleClass == [.singleHolder])
    #expect(partly.reasons[0].reasons == [.termPartlyEndsEarly])
    expectSharesAddUp(partly)
  }

  @Test func disputesLead() {
    let titles = classify([(0, 0.8), (3, 0.2)], covered: 1, multiple: 0.1)
    #expect(titles.titleClass == [.disputed])
    #expect(titles.reasons[0].contains(.disputeRecorded))
    #expect(titles.reasons[0].contains(.overlappingTitles))
    expectSharesAddUp(titles)
  }

  @Test func sliversAreDroppedAndCounted() {
    let titles = classify([(0, 0.995), (1, 0.005)], covered: 1)
    #expect(titles.titleClass == [.singleHolder])
    #expect(titles.sliverCount == [1])
    #expect(abs(titles.sliverArea[0] - 0.05) < 1e-12)
    #expect(titles.reasons[0].reasons == [.sliversDropped])
    // 5 % of 0.1 ha is 0.005 ha, below 0.01 ha.
    #expect(classify([(0, 0.95), (1, 0.05)], covered: 1, area: 0.1).sliverCount == [1])
    // A 小班 of 0.009 ha under one parcel is small, not untitled.
    #expect(classify([(0, 1)], covered: 1, area: 0.009).titleClass == [.singleHolder])
    #expect(classify([(1, 0.005)], covered: 0.005).titleClass == [.noTitle])
  }

  @Test func missingHolderIsNamed() {
    #expect(classify([(6, 1)], covered: 1).reasons[0].reasons == [.holderMissing])
  }

  @Test func textsAloneGiveNoShares() {
    let titles = classify([(0, .nan)], covered: 0, evidence: .certificate)
    #expect(titles.titleClass == [.singleHolder])
    #expect(titles.reasons[0].reasons == [.textMatchOnly])
    #expect(titles.clearShare[0].isNaN)
    #expect(titles.evidence == [.certificate])
  }

  @Test func orderOfClaimsDoesNotMatter() {
    let claims: [(Int32, Double)] = [(0, 0.4), (1, 0.3), (4, 0.2), (3, 0.005)]
    let titles = classify(claims, covered: 0.95, multiple: 0.01)
    #expect(classify(claims.reversed(), covered: 0.95, multiple: 0.01) == titles)
  }

  @Test func reasonCodesAreStable() {
    #expect(TitleReason.noTenureData.code == "QS01")
    #expect(TitleReason.sliversDropped.code == "QS16")
    #expect(Set(TitleReason.allCases.map(\.code)).count == TitleReason.allCases.count)
  }
}
