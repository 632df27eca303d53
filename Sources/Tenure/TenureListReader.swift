internal import Inventory

/// Reads a tenure list (林权台账) from the cells of a spreadsheet.
///
/// Nothing is dropped without a word: each row below the heading becomes a record or a skipped row
/// with its reason. Vertically merged cells arrive blank and stay blank, since a blank may as well
/// be a missing entry.
public struct TenureListReader: Sendable {
  public var options: TenureListOptions

  public init(options: TenureListOptions = TenureListOptions()) { self.options = options }

  /// - Parameter grid: rows of cells as text; rows may differ in length.
  public func read(_ grid: [[String]]) throws(TenureListError) -> TenureList {
    let list = try open(grid)
    return list.whole([list.part(list.rows)])
  }

  /// Finds the heading of a list, whose rows can then be read in parts.
  public func open(_ grid: [[String]]) throws(TenureListError) -> OpenTenureList {
    let heading = try TenureHeading.find(in: grid, options: options)
    if options.defaultAreaUnit == nil, let unit = Self.titleUnit(grid[..<heading.rows.lowerBound]) {
      var declared = self
      declared.options.defaultAreaUnit = unit
      return try declared.open(grid)
    }
    return OpenTenureList(grid, heading, self)
  }

  /// What was recorded or issued twice, for lists that are read in parts.
  public static func duplicates(among records: [TenureRecord]) -> [TenureFinding] {
    TenureDuplicates.find(records)
  }

  /// The unit that a title above the heading names: `单位：亩`, `（单位：亩、株）`.
  private static func titleUnit(_ titles: ArraySlice<[String]>) -> AreaUnit? {
    for cell in titles.joined() {
      let pieces = TextNormalization.key(cell).split(separator: "单位:").dropFirst(
        TextNormalization.key(cell).hasPrefix("单位:") ? 0 : 1)
      for piece in pieces {
        let words = piece.prefix { $0 != ")" }.split(whereSeparator: { "、,;/".contains($0) })
        for word in words {
          if let unit = AreaText.unit(String(word)) { return unit }
        }
      }
    }
    return nil
  }

  /// Reads rows of which each is a record, in columns that are known: the attributes of polygons.
  ///
  /// - Parameters:
  ///   - fields: what the columns mean, in their order.
  ///   - rows: cells in the order of `fields`; rows of the result are positions in it.
  public func read(
    _ rows: [[String]], fields: [TenureField]
  ) -> (records: [TenureRecord], findings: [TenureFinding]) {
    let columns = fields.enumerated().map {
      TenureList.Column(field: $1, column: $0, heading: $1.chineseName)
    }
    var findings: [TenureFinding] = []
    var records: [TenureRecord] = []
    var memory = HolderMemory(options.holders)
    for (row, texts) in rows.enumerated() {
      let cells = Cells(texts: texts, columns: columns)
      records.append(
        record(
          row, cells, CertificateNumber.list(cells[.certificate]), &memory, into: &findings))
    }
    if options.findsDuplicates { findings += Self.duplicates(among: records) }
    return (records, findings)
  }

  // MARK: Rows that are no records

  struct Cells {
    var texts: [String]
    var columns: [TenureList.Column]

    subscript(field: TenureField) -> String {
      guard let column = columns.first(where: { $0.field == field })?.column,
        column < texts.count
      else { return "" }
      return texts[column]
    }

    func has(_ field: TenureField) -> Bool { columns.contains { $0.field == field } }

    func unit(_ field: TenureField) -> AreaUnit? {
      columns.first { $0.field == field }?.unit
    }
  }

  func skipReason(
    _ cells: Cells, _ certificates: [CertificateNumber], headingKeys: Set<[String]>
  ) -> SkippedRow.Reason? {
    let filled = cells.texts.map(TextNormalization.key).filter { !$0.isEmpty }
    if filled.isEmpty { return .blank }
    if headingKeys.contains(filled) { return .repeatedHeading }
    if filled.count > 2, Self.areColumnNumbers(filled) { return .columnNumbers }
    // In a row of totals the column may hold the label or the number of certificates.
    let isCertified = certificates.contains {
      $0.kind != .unrecognised && ($0.kind != .bareNumber || $0.serial.count >= 5)
    }
    if !isCertified {
      if let label = filled.first(where: Self.isTotal) {
        return .total(
          label: label,
          hectares: AreaText(
            cells[.area], defaultUnit: cells.unit(.area) ?? options.defaultAreaUnit
          ).hectares)
      }
      let starts = filled.map(\.utf8)
      if let label = Self.footers.first(where: { word in
        starts.contains { $0.starts(with: word.utf8) }
      }) {
        return .footer(label: label)
      }
    }
    let hasContent =
      !certificates.isEmpty
      || TenureField.allCases.contains {
        ($0.isLeading || $0 == .area || $0 == .subcompartment)
          && !TextNormalization.saysNothing(cells[$0])
      }
    return hasContent ? nil : .noContent
  }

  /// 合计, 本页小计, 合计(亩): the whole cell, so that no name is taken for a total.
  private static func isTotal(_ key: String) -> Bool {
    // All such labels end in 计 or 共, or have brackets after it.
    guard let last = key.utf8.last, [0xA1, 0xB1, 0x29, 0x3A].contains(last) else { return false }
    var label = key
    if label.hasSuffix(")"), let open = label.lastIndex(of: "(") { label = String(label[..<open]) }
    label.removeAll { $0 == ":" }
    return ["合计", "小计", "总计", "共计", "累计", "总合计", "全村合计", "合共"].contains {
      label.hasSuffix($0)
    }
  }

  private static let footers = [
    "制表", "填表", "审核", "填报", "复核", "单位负责人", "经办人", "注:", "备注:", "说明:", "日期:", "打印时间",
  ]

  /// `1 2 3 …`, `(1) (2) …` or 甲 乙 丙 from the first filled cell on.
  private static func areColumnNumbers(_ filled: [String]) -> Bool {
    let stems = ["甲", "乙", "丙", "丁", "戊", "己"]
    var next = 1
    for (place, text) in filled.enumerated() {
      if place < stems.count, text == stems[place], next == 1 { continue }
      guard text == String(next) || text == "(\(next))" else { return false }
      next += 1
    }
    return true
  }

  // MARK: Records

  func record(
    _ row: Int, _ cells: Cells, _ certificates: [CertificateNumber],
    _ memory: inout HolderMemory, into findings: inout [TenureFinding]
  ) -> TenureRecord {
    var record = TenureRecord(row: row)
    record.printedCertificate = TextNormalization.display(cells[.certificate])
    record.certificates = certificates
    if record.certificates.isEmpty { findings.append(.missingCertificate(row: row)) }
    record.parcel = ParcelNumber(cells[.parcelNumber])
    if record.parcel.kind == .temporary {
      findings.append(.temporaryParcelNumber(row: row, value: record.parcel.key))
    }
    readHolders(&record, cells, &memory, into: &findings)
    readArea(&record, cells, into: &findings)
    record.termStart = TermEnd.firstDay(cells[.termStart])
    record.termEnd = TermEnd(cells[.termEnd], start: record.termStart)
    if case .unreadable(let value) = record.termEnd {
      findings.append(.unreadableTermEnd(row: row, value: value))
    }
    if let start = record.termStart, let end = record.termEnd.date, end < start {
      findings.append(.termEndsBeforeStart(row: row, start: start, end: end))
    }
    record.village = TextNormalization.display(cells[.village])
    record.compartment = TextNormalization.display(cells[.compartment])
    record.subcompartment = TextNormalization.display(cells[.subcompartment])
    record.placeName = TextNormalization.display(cells[.placeName])
    record.registrationDate = TermEnd.firstDay(cells[.registrationDate])
    record.remark = TextNormalization.display(cells[.remark])
    readPlace(&record)
    record.asksCertificate = cells.has(.certificate)
    record.voidance = TitleVoidance.of(
      certificate: cells[.certificate], hasNumber: !certificates.isEmpty,
      status: cells[.status], remark: cells[.remark])
    if let voidance = record.voidance {
      let cell = voidance == .uncertified ? cells[.certificate] : Self.voidText(cells)
      findings.append(
        .titleVoid(row: row, value: TextNormalization.display(cell), voidance: voidance))
    }
    record.dispute = DisputeMark(answer: cells[.disputed])
      .joined(DisputeMark(notes: cells[.status] + "|" + cells[.remark]))
    if case .unclear(let value) = record.dispute {
      findings.append(.disputeUnclear(row: row, value: value))
    }
    return record
  }

  private static func voidText(_ cells: Cells) -> String {
    [cells[.certificate], cells[.status], cells[.remark]].filter { !$0.isEmpty }
      .joined(separator: "；")
  }

  /// 坐落 often names village, 林班 and 小班 in one text.
  private func readPlace(_ record: inout TenureRecord) {
    guard record.subcompartment.isEmpty, !record.placeName.isEmpty else { return }
    let place = Whereabouts(record.placeName)
    guard !place.subcompartment.isEmpty else { return }
    record.subcompartment = place.subcompartment
    if record.compartment.isEmpty { record.compartment = place.compartment }
    if record.village.isEmpty { record.village = place.village }
  }

  private func readHolders(
    _ record: inout TenureRecord, _ cells: Cells, _ memory: inout HolderMemory,
    into findings: inout [TenureFinding]
  ) {
    let fields: [(TenureField, WritableKeyPath<Rights, HolderList>)] = [
      (.landOwner, \.landOwnership), (.landUser, \.landUse), (.treeOwner, \.treeOwnership),
      (.treeUser, \.treeUse), (.holder, \.unspecified),
    ]
    for (field, path) in fields {
      let code = field == .holder ? cells[.holderType] : ""
      let holders = memory.split(cells[field], code: code)
      record.rights[keyPath: path] = holders
      if !holders.isAmbiguous, holders.isComplete { continue }
      let printed = TextNormalization.display(cells[field])
      if holders.isAmbiguous {
        findings.append(.ambiguousHolders(row: record.row, value: printed))
      }
      if !holders.isComplete {
        findings.append(
          .holdersNotAllNamed(row: record.row, value: printed, stated: holders.statedCount))
      }
    }
    let users: [TenureField] = [.landUser, .treeOwner, .treeUser, .holder]
    record.lacksUser = users.contains { cells.has($0) }
    if record.leading().isEmpty { findings.append(.missingHolder(row: record.row)) }
  }

  private func readArea(
    _ record: inout TenureRecord, _ cells: Cells, into findings: inout [TenureFinding]
  ) {
    let heading = cells.unit(.area)
    record.area = AreaText(cells[.area], defaultUnit: heading ?? options.defaultAreaUnit)
    switch record.area {
    case .unreadable(let value):
      findings.append(.unreadableArea(row: record.row, value: value))
    case .unitUnknown(let value):
      findings.append(.areaUnitUnknown(row: record.row, value: value))
    case .area(let hectares, let unit, let isStated):
      if hectares == 0 { findings.append(.areaIsZero(row: record.row)) }
      if isStated, let heading, heading != unit {
        let value = TextNormalization.display(cells[.area])
        findings.append(.areaUnitDiffers(row: record.row, value: value, heading: heading))
      }
    case .missing: break
    }
  }
}
