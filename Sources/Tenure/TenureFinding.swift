public import Inventory

/// Something noticed in a tenure list. Rows are those of the grid, counted from 0.
public enum TenureFinding: Sendable, Equatable {
  case missingHolder(row: Int)
  case missingCertificate(row: Int)
  /// The same certificate for the same parcel more than once.
  case duplicateCertificate(key: String, rows: [Int])
  /// 重复发证: one parcel under several certificates.
  case parcelUnderSeveralCertificates(parcel: String, certificates: [String], rows: [Int])
  /// 临时 unit number: not to be relied on.
  case temporaryParcelNumber(row: Int, value: String)
  case unreadableArea(row: Int, value: String)
  /// A number without a unit, in a list for which no unit is declared.
  case areaUnitUnknown(row: Int, value: Double)
  /// The cell names another unit than the heading; the cell is believed.
  case areaUnitDiffers(row: Int, value: String, heading: AreaUnit)
  case areaIsZero(row: Int)
  case unreadableTermEnd(row: Int, value: String)
  /// The term ends before it starts; both are kept.
  case termEndsBeforeStart(row: Int, start: CalendarDate, end: CalendarDate)
  case ambiguousHolders(row: Int, value: String)
  /// 等: further holders are not named.
  case holdersNotAllNamed(row: Int, value: String, stated: Int?)
  /// A printed total differs from the sum of the rows it stands under, both in ha.
  case totalDiffers(row: Int, label: String, printed: Double, sum: Double)

  /// The rule's identifier.
  public var rule: String {
    switch self {
    case .missingHolder: "tenure-missing-holder"
    case .missingCertificate: "tenure-missing-certificate"
    case .duplicateCertificate: "tenure-duplicate-certificate"
    case .parcelUnderSeveralCertificates: "tenure-parcel-under-several-certificates"
    case .temporaryParcelNumber: "tenure-temporary-parcel-number"
    case .unreadableArea: "tenure-unreadable-area"
    case .areaUnitUnknown: "tenure-area-unit-unknown"
    case .areaUnitDiffers: "tenure-area-unit-differs"
    case .areaIsZero: "tenure-area-zero"
    case .unreadableTermEnd: "tenure-unreadable-term-end"
    case .termEndsBeforeStart: "tenure-term-ends-before-start"
    case .ambiguousHolders: "tenure-ambiguous-holders"
    case .holdersNotAllNamed: "tenure-holders-not-all-named"
    case .totalDiffers: "tenure-total-differs"
    }
  }

  /// The first row concerned.
  public var row: Int {
    switch self {
    case .missingHolder(let row), .missingCertificate(let row), .areaIsZero(let row),
      .temporaryParcelNumber(let row, _), .unreadableArea(let row, _),
      .areaUnitUnknown(let row, _), .areaUnitDiffers(let row, _, _),
      .unreadableTermEnd(let row, _), .termEndsBeforeStart(let row, _, _),
      .ambiguousHolders(let row, _), .holdersNotAllNamed(let row, _, _),
      .totalDiffers(let row, _, _, _):
      row
    case .duplicateCertificate(_, let rows), .parcelUnderSeveralCertificates(_, _, let rows):
      rows.first ?? 0
    }
  }

  /// In the form in which findings of all sources are stored.
  /// - Parameter source: position of the list among the run's sources.
  public func finding(source: Int) -> Finding {
    let (field, value, detail, severity) = facts
    return Finding(
      rule: rule, severity: severity, source: source, sourceRow: Int64(row), field: field,
      value: value, action: .accepted, detail: detail)
  }

  private var facts: (String, String, String, Finding.Severity) {
    switch self {
    case .missingHolder: ("holder", "", "", .warning)
    case .missingCertificate: ("certificate", "", "", .warning)
    case .duplicateCertificate(let key, let rows): ("certificate", key, Self.list(rows), .warning)
    case .parcelUnderSeveralCertificates(let parcel, let certificates, let rows):
      (
        "parcel-number", parcel, certificates.joined(separator: "、") + "; " + Self.list(rows),
        .error
      )
    case .temporaryParcelNumber(_, let value): ("parcel-number", value, "", .information)
    case .unreadableArea(_, let value): ("area", value, "", .warning)
    case .areaUnitUnknown(_, let value): ("area", String(value), "", .error)
    case .areaUnitDiffers(_, let value, let heading): ("area", value, heading.rawValue, .warning)
    case .areaIsZero: ("area", "0", "", .warning)
    case .unreadableTermEnd(_, let value): ("term-end", value, "", .warning)
    case .termEndsBeforeStart(_, let start, let end):
      ("term-end", end.description, start.description, .warning)
    case .ambiguousHolders(_, let value): ("holder", value, "", .warning)
    case .holdersNotAllNamed(_, let value, let stated):
      ("holder", value, stated.map { String($0) } ?? "", .warning)
    case .totalDiffers(_, let label, let printed, let sum):
      ("area", String(printed), "\(label): \(sum)", .warning)
    }
  }

  private static func list(_ rows: [Int]) -> String {
    rows.map { String($0) }.joined(separator: ",")
  }
}
