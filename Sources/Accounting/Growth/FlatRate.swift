public import Inventory

/// One yearly growth rate for all stands, such as a provincial growth rate less consumption. An
/// upper bound for old stands.
public struct FlatRate: Sendable, Equatable {
  /// What the rate is a share of.
  public enum Form: String, Sendable, CaseIterable {
    /// Of the volume at the beginning of each year: V₁ = V₂/(1 + r)^T.
    case compound
    /// Of the mean of the two volumes (Pressler; 生长率 of provincial inventories):
    /// V₁ = V₂·(2 − r·T)/(2 + r·T).
    case pressler
    /// Of the later volume: V₁ = V₂·(1 − r·T), so that a year's growth is V·GR (省级清单).
    case ofLater = "of-later"
  }

  /// Per year, such as 0.0407 (Guangdong 2015: 9.61 % − 5.54 %).
  public var rate: Double
  public var form: Form
  public var provenance: Provenance

  public init(rate: Double, form: Form = .compound, provenance: Provenance) {
    self.rate = rate
    self.form = form
    self.provenance = provenance
  }

  /// m³/ha some years before; below zero where the rate leads back beyond an empty stand.
  public func backcast(volume: Double, years: Int) -> Double {
    let years = max(years, 0)
    switch form {
    case .compound:
      var result = volume
      for _ in 0..<years { result /= 1 + rate }
      return result
    case .pressler: return volume * (2 - rate * Double(years)) / (2 + rate * Double(years))
    case .ofLater: return volume * (1 - rate * Double(years))
    }
  }

  public var formula: String {
    switch form {
    case .compound: "V₁ = V₂/(1 + r)^T"
    case .pressler: "V₁ = V₂·(2 − r·T)/(2 + r·T)"
    case .ofLater: "V₁ = V₂·(1 − r·T)"
    }
  }
}
