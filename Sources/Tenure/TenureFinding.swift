public import Inventory

/// Something noticed in a tenure list. Rows are those of the grid, counted from 0.
public enum TenureFinding: Sendable, Equatable {
  /// What connects a record of a list to a parcel, and how far it is believed.
  public struct Basis: Sendable, Equatable {
    public var evidence: ClaimEvidence
    /// 0 to 1.
    public var confidence: Double

    public init(evidence: ClaimEvidence, confidence: Double) {
      self.evidence = evidence
      self.confidence = confidence
    }

    var text: String {
      "依据\(evidence.chineseName)，置信度 \(String((confidence * 100).rounded() / 100))"
    }
  }

  case missingHolder(row: Int)
  case missingCertificate(row: Int)
  /// The same certificate for the same parcel more than once.
  case duplicateCertificate(key: String, rows: [Int])
  /// 重复发证: one parcel under several certificates.
  case parcelUnderSeveralCertificates(parcel: String, certificates: [String], rows: [Int])
  /// One certificate for parcels of different holders.
  case certificateOfSeveralHolders(key: String, holders: [String], rows: [Int])
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
  /// 是否争议 holds something that is neither yes nor no.
  case disputeUnclear(row: Int, value: String)
  /// The record is cancelled or says that there is no certificate: it gives no title.
  case titleVoid(row: Int, value: String, voidance: TitleVoidance)
  /// A parcel of the map prints other 林班 and 小班 numbers than those of the 小班 it lies on.
  case labelsDisagreeWithMap(row: Int, printed: String, map: String)
  /// One of several certificates of a record of a list is on no parcel.
  case listCertificateMatchesNothing(row: Int, value: String)
  /// Only lists say that the title of a parcel is no longer in force.
  case listNotesCancellation(row: Int, Basis)
  /// A list names other holders than the parcel; nil for a right that a source does not name.
  case listHolderDiffers(row: Int, right: RightKind?, list: String, parcel: String, Basis)
  /// A list prints another area than the parcel, ha.
  case listAreaDiffers(row: Int, list: Double, parcel: Double, Basis)
  case listTermDiffers(row: Int, list: String, parcel: String, Basis)
  /// Only the list speaks of a dispute.
  case listNotesDispute(row: Int, Basis)
  /// A record of a list that is about no parcel of the map and names no 小班.
  case listRecordMatchesNothing(row: Int, value: String)
  /// 证载面积 against the area of the polygon, both in ha.
  case areaDiffersFromPolygon(row: Int, printed: Double, polygon: Double, suspected: AreaUnit?)

  /// The rule's identifier.
  public var rule: String {
    switch self {
    case .missingHolder: "tenure-missing-holder"
    case .missingCertificate: "tenure-missing-certificate"
    case .duplicateCertificate: "tenure-duplicate-certificate"
    case .parcelUnderSeveralCertificates: "tenure-parcel-under-several-certificates"
    case .certificateOfSeveralHolders: "tenure-certificate-of-several-holders"
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
    case .disputeUnclear: "tenure-dispute-unclear"
    case .titleVoid: "tenure-title-void"
    case .labelsDisagreeWithMap: "tenure-labels-disagree-with-map"
    case .listCertificateMatchesNothing: "tenure-list-certificate-unmatched"
    case .listNotesCancellation: "tenure-list-notes-cancellation"
    case .listHolderDiffers: "tenure-list-holder-differs"
    case .listAreaDiffers: "tenure-list-area-differs"
    case .listTermDiffers: "tenure-list-term-differs"
    case .listNotesDispute: "tenure-list-notes-dispute"
    case .listRecordMatchesNothing: "tenure-list-record-unmatched"
    case .areaDiffersFromPolygon: "tenure-area-differs-from-polygon"
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
      .totalDiffers(let row, _, _, _), .disputeUnclear(let row, _),
      .listHolderDiffers(let row, _, _, _, _), .listAreaDiffers(let row, _, _, _),
      .listTermDiffers(let row, _, _, _), .listNotesDispute(let row, _),
      .titleVoid(let row, _, _), .listCertificateMatchesNothing(let row, _),
      .listNotesCancellation(let row, _), .labelsDisagreeWithMap(let row, _, _),
      .listRecordMatchesNothing(let row, _), .areaDiffersFromPolygon(let row, _, _, _):
      row
    case .duplicateCertificate(_, let rows), .parcelUnderSeveralCertificates(_, _, let rows),
      .certificateOfSeveralHolders(_, _, let rows):
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
    case .certificateOfSeveralHolders(let key, let holders, let rows):
      ("certificate", key, holders.joined(separator: "；") + "; " + Self.list(rows), .warning)
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
    case .disputeUnclear(_, let value): ("disputed", value, "", .warning)
    case .titleVoid(_, let value, let voidance):
      ("certificate", value, voidance.chineseText, .warning)
    case .labelsDisagreeWithMap(_, let printed, let map):
      ("subcompartment", printed, "宗地所注林班、小班与所在小班不一致；图上：\(map)", .warning)
    case .listCertificateMatchesNothing(_, let value): ("certificate", value, "", .warning)
    case .listNotesCancellation(_, let basis):
      ("status", "", "\(TitleVoidance.cancelled.chineseText)；\(basis.text)", .warning)
    case .listHolderDiffers(_, let right, let list, let parcel, let basis):
      (
        "holder", list, "\(right?.chineseName ?? "权利人")，宗地：\(parcel)；\(basis.text)", .warning
      )
    case .listAreaDiffers(_, let list, let parcel, let basis):
      (
        "area", Self.hectares(list), "宗地 \(Self.hectares(parcel))；\(basis.text)",
        abs(list - parcel) > 0.05 * max(list, parcel) ? .warning : .information
      )
    case .listTermDiffers(_, let list, let parcel, let basis):
      ("term-end", list, "宗地：\(parcel)；\(basis.text)", .warning)
    case .listNotesDispute(_, let basis): ("disputed", "", basis.text, .warning)
    case .listRecordMatchesNothing(_, let value): ("certificate", value, "", .warning)
    case .areaDiffersFromPolygon(_, let printed, let polygon, let unit):
      (
        "area", Self.hectares(printed),
        "图形 \(Self.hectares(polygon))，比值 \(String((printed / polygon * 1000).rounded() / 1000))"
          + (unit.map { "，疑单位应为 \($0.rawValue)" } ?? ""),
        unit != nil ? .error : abs(printed / polygon - 1) > 0.3 ? .warning : .information
      )
    }
  }

  /// In both units, as registers print 亩.
  private static func hectares(_ area: Double) -> String {
    "\(String((area * 10_000).rounded() / 10_000)) ha（"
      + "\(String((area * Units.muPerHectare * 100).rounded() / 100)) 亩）"
  }

  private static func list(_ rows: [Int]) -> String {
    rows.map { String($0) }.joined(separator: ",")
  }
}
