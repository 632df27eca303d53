internal import Archive
internal import Inventory
internal import Tenure

/// Reads title, claims and burden of single rows from `tenure.sqlite`.
struct TenurePlotReader: ~Copyable {
  private let connection: Connection

  /// - Parameter folder: the result folder of `tenure`.
  init(folder: String) throws {
    connection = try Connection(path: folder + "/" + TenureSchema.fileName, mode: .readOnly)
  }

  /// Nil for rows that were not laid over anything.
  func title(row: Int64) throws -> TitleExplanation? {
    let statement = try connection.prepare(
      """
      SELECT t.title_class, t.reasons, t.term, t.clear_share, t.untitled_share,
        t.contested_share, t.disputed_share, t.expiring_share, b.excluded_share,
        b.credited_share, b.credited_mechanisms
      FROM title t JOIN burden b ON b.subcompartment = t.subcompartment
      WHERE t.subcompartment = ?
      """)
    try statement.bind(row, at: 1)
    guard try statement.step() else { return nil }
    let title = TitleClass(rawValue: statement.string(0)) ?? .unknown
    let term = TermStanding(rawValue: statement.string(2)) ?? .unknown
    let reasons = TitleReasonSet(rawValue: UInt32(truncatingIfNeeded: statement.int64(1))).reasons
    func share(_ column: Int) -> Double? { ExplainedNumber.known(statement.double(column)) }
    return TitleExplanation(
      titleClass: title.rawValue, titleName: title.chineseName,
      reasons: reasons.map { TitleExplanation.Reason(code: $0.code, text: $0.chineseText) },
      term: term.rawValue, termName: term.chineseName, claims: try claims(row: row),
      clearShare: share(3), untitledShare: share(4), contestedShare: share(5),
      disputedShare: share(6), expiringShare: share(7), excludedShare: share(8),
      creditedShare: share(9), creditedMechanisms: statement.string(10),
      hasExclusions: try fact("has-exclusions"), hasCredited: try fact("has-credited"))
  }

  private func fact(_ name: String) throws -> Bool {
    try connection.text("SELECT value FROM fact WHERE name = ?", [.text(name)]) == "1"
  }

  private func claims(row: Int64) throws -> [TitleExplanation.Claim] {
    let statement = try connection.prepare(
      """
      SELECT s.path, p.source_row, p.parcel_number, p.certificate, p.holder, p.holder_type,
        c.evidence, c.share, c.area_ha, c.confidence, p.term_end, p.is_disputed,
        p.land_owner, p.land_user, p.tree_owner, p.tree_user
      FROM claim c JOIN parcel p ON p.number = c.parcel
        LEFT JOIN tenure_source s ON s.number = p.source
      WHERE c.subcompartment = ? ORDER BY c.parcel
      """)
    try statement.bind(row, at: 1)
    var claims: [TitleExplanation.Claim] = []
    while try statement.step() {
      let evidence = statement.string(6)
      claims.append(
        TitleExplanation.Claim(
          file: statement.string(0), sourceRow: statement.int64(1), parcel: statement.string(2),
          certificate: statement.string(3), holder: statement.string(4),
          holderType: HolderType(rawValue: statement.string(5))?.chineseName
            ?? statement.string(5),
          landOwner: statement.string(12), landUser: statement.string(13),
          treeOwner: statement.string(14), treeUser: statement.string(15),
          evidence: evidence,
          evidenceName: ClaimEvidence(rawValue: evidence)?.chineseName ?? evidence,
          share: ExplainedNumber.known(statement.double(7)),
          area: ExplainedNumber.known(statement.double(8)), confidence: statement.double(9),
          termEnd: statement.string(10), isDisputed: statement.int64(11) != 0))
    }
    return claims
  }
}
