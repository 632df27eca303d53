/// A tenure list whose heading is found. Its rows can be read in parts, by several threads; put
/// together, the parts give the same list however it was divided.
public struct OpenTenureList: Sendable {
  /// Some rows of a list, read.
  public struct Part: Sendable {
    fileprivate var records: [TenureRecord] = []
    fileprivate var skipped: [SkippedRow] = []
    fileprivate var findings: [TenureFinding] = []
    fileprivate var totals: [Total] = []
  }

  /// A row of totals: what it says depends on all rows above it.
  fileprivate struct Total: Sendable {
    var row: Int
    var label: String
    /// ha
    var printed: Double?
    /// How many records and findings of its part stand above it.
    var records: Int
    var findings: Int
  }

  private let grid: [[String]]
  private let heading: TenureHeading
  private let headingKeys: Set<[String]>
  private let reader: TenureListReader

  init(_ grid: [[String]], _ heading: TenureHeading, _ reader: TenureListReader) {
    self.grid = grid
    self.heading = heading
    self.reader = reader
    headingKeys = Set(
      heading.rows.map { grid[$0].map(TextNormalization.key).filter { !$0.isEmpty } })
  }

  /// The rows below the heading, counted from 0 in the grid.
  public var rows: Range<Int> { heading.rows.upperBound..<grid.count }

  /// - Parameter rows: some of `rows`.
  public func part(_ rows: Range<Int>) -> Part {
    var part = Part()
    var memory = HolderMemory(reader.options.holders)
    for row in rows {
      let cells = TenureListReader.Cells(texts: grid[row], columns: heading.columns)
      let certificates = CertificateNumber.list(cells[.certificate])
      guard
        let reason = reader.skipReason(cells, certificates, headingKeys: headingKeys)
      else {
        part.records.append(
          reader.record(row, cells, certificates, &memory, into: &part.findings))
        continue
      }
      part.skipped.append(SkippedRow(row: row, reason: reason))
      if case .total(let label, let printed) = reason {
        part.totals.append(
          Total(
            row: row, label: label, printed: printed, records: part.records.count,
            findings: part.findings.count))
      }
    }
    return part
  }

  /// The list.
  ///
  /// - Parameter parts: of all `rows`, in their order.
  public func whole(_ parts: [Part]) -> TenureList {
    var list = TenureList(
      headingRows: heading.rows, columns: heading.columns, ignoredHeadings: heading.ignored,
      records: [], skippedRows: [], findings: [])
    var sums = Sums()
    for part in parts {
      var (records, findings) = (0, 0)
      for total in part.totals {
        for record in part.records[records..<total.records] { sums.add(record.area.hectares) }
        list.findings += part.findings[findings..<total.findings]
        (records, findings) = (total.records, total.findings)
        check(total, &sums, into: &list.findings)
      }
      for record in part.records[records...] { sums.add(record.area.hectares) }
      list.findings += part.findings[findings...]
      list.records += part.records
      list.skippedRows += part.skipped
    }
    if reader.options.findsDuplicates {
      list.findings += TenureListReader.duplicates(among: list.records)
    }
    return list
  }

  // MARK: Totals

  private struct Sums {
    var all = 0.0
    var sinceSubtotal = 0.0

    mutating func add(_ hectares: Double?) {
      guard let hectares else { return }
      all += hectares
      sinceSubtotal += hectares
    }
  }

  private func check(
    _ total: Total, _ sums: inout Sums, into findings: inout [TenureFinding]
  ) {
    // 小计 closes a block; 合计 stands for everything above it, or closes a block as well (a row
    // after each village): it is right if either sum agrees.
    let isSubtotal = total.label.contains("小计")
    let (block, all) = (sums.sinceSubtotal, sums.all)
    sums.sinceSubtotal = 0
    guard let printed = total.printed else { return }
    let tolerance = max(0.001, reader.options.totalTolerance * printed)
    let candidates = isSubtotal ? [block] : [all, block]
    guard candidates.allSatisfy({ abs(printed - $0) > tolerance }) else { return }
    let sum = candidates.min { abs(printed - $0) < abs(printed - $1) } ?? all
    findings.append(
      .totalDiffers(row: total.row, label: total.label, printed: printed, sum: sum))
  }
}
