public import Inventory

/// A volume reckoned back by one model.
public struct GrowthEstimate: Sendable, Equatable {
  /// The model, for tables and footnotes.
  public enum Model: Sendable, Equatable {
    /// Position in `GrowthModelFit.strata` and in its `curves`.
    case fitted(stratum: Int, curve: Int)
    /// Position in `GrowthSettings.publishedCurves`.
    case published(Int)
    case flatRate
  }

  public var model: Model
  /// m³/ha at the earlier date.
  public var volume: Double
  /// Of the model.
  public var standing: Standing

  public var rung: EvidenceRung {
    switch model {
    case .fitted: .fittedCurve
    case .published: .publishedCurve
    case .flatRate: .flatRate
    }
  }
}
