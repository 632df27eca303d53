internal import Inventory

/// The formulas between volume and carbon, each in the units of its source.
public enum StockFormula {
  /// Tonnes of carbon in a cubic metre of growing stock, D·BEF·(1+R)·CF.
  ///
  /// 杉木 0.307 × 1.634 × (1 + 0.246) × 0.520 = 0.325021 tC/m³.
  /// - Parameters:
  ///   - density: basic wood density D, t d.m./m³
  ///   - expansion: BEF, above-ground biomass per stem biomass
  ///   - rootShoot: R, below-ground biomass per above-ground biomass
  ///   - carbonFraction: CF, tC/t d.m.
  public static func carbonPerCubicMetre(
    density: Double, expansion: Double, rootShoot: Double, carbonFraction: Double
  ) -> Double {
    density * expansion * (1 + rootShoot) * carbonFraction
  }

  /// Carbon of a stand by biomass expansion, tC: V·D·BEF·(1+R)·CF·A.
  /// - Parameters:
  ///   - volume: V, m³/ha
  ///   - area: A, ha
  public static func biomassExpansion(
    volume: Double, area: Double, density: Double, expansion: Double, rootShoot: Double,
    carbonFraction: Double
  ) -> Double {
    volume
      * carbonPerCubicMetre(
        density: density, expansion: expansion, rootShoot: rootShoot,
        carbonFraction: carbonFraction)
      * area
  }

  /// Carbon of a stand by the biomass–volume line, tC: CF·(a·V+b)·A.
  ///
  /// A stand without volume has no carbon: b alone would put up to 45 tC/ha on an empty 小班.
  /// Whether the 地类 is 乔木林 at all is for the caller to see to. Between two dates b cancels as
  /// long as area and type stay the same, so growth is CF·a per cubic metre.
  /// - Parameters:
  ///   - volume: V, m³/ha
  ///   - area: A, ha
  ///   - a: t d.m./m³
  ///   - b: t d.m./ha
  public static func cbef(
    volume: Double, area: Double, a: Double, b: Double, carbonFraction: Double
  ) -> Double {
    volume > 0 ? carbonFraction * (a * volume + b) * area : 0
  }

  /// Tonnes of carbon in one bamboo culm, M·(1 + R)·CF/1000.
  ///
  /// 毛竹 23.202 kg × 0.5 = 0.011601 tC. A stand of N culms per hectare on A hectares holds N·A times
  /// that.
  /// - Parameters:
  ///   - mass: M, kg d.m. of one culm
  ///   - rootShoot: R, for what the mass leaves out below ground; 0 if it is of the whole plant
  ///   - carbonFraction: CF, tC/t d.m.
  public static func carbonPerCulm(
    mass: Double, rootShoot: Double, carbonFraction: Double
  ) -> Double {
    mass * (1 + rootShoot) * carbonFraction / 1000
  }

  /// Tonnes of CO2 in tonnes of carbon, ×44/12.
  public static func carbonDioxide(_ carbon: Double) -> Double {
    carbon * Units.carbonDioxidePerCarbon
  }
}
