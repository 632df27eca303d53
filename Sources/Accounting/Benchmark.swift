public import Inventory

/// The growth that a method does not credit, for one 森林类别.
public struct Benchmark: Sendable, Equatable {
  public var forestClass: ForestClass
  /// Stands of one 起源 only; nil: of any.
  public var origin: Origin?
  /// Stands of these 龄组 only; empty: of any.
  public var ageGroups: [AgeGroup]
  /// tCO2e/ha/yr
  public var value: Double
  /// What to say about it in a report; may be empty.
  public var note: String
  public var provenance: Provenance

  /// Nearer to 0 a benchmark is one of 亩 (3.32 per hectare are 0.22, 3.8 are 0.25); 0 is none.
  public static let least = 0.3

  /// The only unit a file may give.
  public static let unit = "tCO2e/ha/yr"

  public init(
    forestClass: ForestClass, origin: Origin? = nil, ageGroups: [AgeGroup] = [], value: Double,
    note: String = "", provenance: Provenance
  ) {
    self.forestClass = forestClass
    self.origin = origin
    self.ageGroups = ageGroups
    self.value = value
    self.note = note
    self.provenance = provenance
  }

  /// Whether it is for some stands of its class only.
  public var isQualified: Bool { origin != nil || !ageGroups.isEmpty }

  /// Whether it is for a stand of this class, 起源 and 龄组.
  public func serves(_ forestClass: ForestClass, _ origin: Origin, _ ageGroup: AgeGroup) -> Bool {
    self.forestClass == forestClass && (self.origin == nil || self.origin == origin)
      && (ageGroups.isEmpty || ageGroups.contains(ageGroup))
  }

  /// Whether two entries claim the same stands on equal terms.
  func clashes(with other: Benchmark) -> Bool {
    guard forestClass == other.forestClass, isQualified == other.isQualified else { return false }
    return Origin.allCases.contains { origin in
      AgeGroup.allCases.contains {
        serves(forestClass, origin, $0) && other.serves(forestClass, origin, $0)
      }
    }
  }

  /// The class with what narrows it, such as 公益林（人工，幼龄林）.
  public var label: String {
    guard isQualified else { return forestClass.chineseName }
    let words = [origin?.chineseName].compactMap { $0 } + ageGroups.map(\.chineseName)
    return "\(forestClass.chineseName)（\(words.joined(separator: "，"))）"
  }
}
