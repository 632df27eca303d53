internal import Accounting
internal import Inventory
internal import Screening
internal import Tenure

/// What rules looked at, in words.
struct ObservedFields: Sendable {
  let plot: StoredPlot
  let title: TitleExplanation?
  let evidence: EvidenceRung

  func text(_ field: ScreeningField) -> String { field.chineseName + " " + value(field) }

  private func value(_ field: ScreeningField) -> String {
    switch field {
    case .landClass: return plot.landClass.chineseName
    case .canopyDensity: return number(plot.real("canopy_density"))
    case .area: return number(plot.real("area_ha"), " ha")
    case .forestClass: return plot.forestClass.chineseName
    case .origin: return plot.origin.chineseName
    case .ageGroup: return plot.ageGroup.chineseName
    case .keyLocation: return plot.keyLocation.chineseName
    case .age: return number(plot.real("age"), " a")
    case .plantingYear: return number(plot.real("planting_year"))
    case .documents: return "须人工核对"
    case .title: return title?.titleName ?? "未查"
    case .titleTerm: return title?.termName ?? "未查"
    case .exclusions:
      guard let title, title.hasExclusions else { return "未提供图层" }
      return share(title.excludedShare)
    case .credits:
      guard let title, title.hasCredited else { return "未提供图层" }
      return share(title.creditedShare)
    case .growthEvidence: return evidence.chineseName
    }
  }

  private func number(_ value: Double, _ unit: String = "") -> String {
    value.isFinite ? ExplainedNumber.text(value) + unit : "缺失"
  }

  private func share(_ value: Double?) -> String {
    value.map { "占 " + ExplainedNumber.text(($0 * 1e6).rounded() / 1e4) + "%" } ?? "不明"
  }

  /// The Chinese name of a term that a condition admits; the term itself where it is none.
  func chineseName(_ value: String) -> String {
    LandClass(rawValue: value)?.chineseName ?? ForestClass(rawValue: value)?.chineseName
      ?? Origin(rawValue: value)?.chineseName ?? AgeGroup(rawValue: value)?.chineseName
      ?? KeyLocation(rawValue: value)?.chineseName ?? TitleClass(rawValue: value)?.chineseName
      ?? value
  }
}
