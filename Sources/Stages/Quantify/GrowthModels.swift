internal import Accounting

/// The growth models that a run could ask, numbered as `growth_curve` stores them: fitted curves
/// stratum by stratum, then published ones, then the flat rate.
struct GrowthModels: Sendable {
  let settings: GrowthSettings
  let fit: GrowthModelFit?
  /// Number of the first curve of each stratum; strata without a curve take one number too, so that
  /// what could not be fitted is on record.
  private let starts: [Int]

  init(settings: GrowthSettings, fit: GrowthModelFit?) {
    self.settings = settings
    self.fit = fit
    var starts: [Int] = []
    var next = 0
    for stratum in fit?.strata ?? [] {
      starts.append(next)
      next += max(stratum.curves.count, 1)
    }
    starts.append(next)
    self.starts = starts
  }

  func number(of model: GrowthEstimate.Model) -> Int {
    let fitted = starts.last ?? 0
    switch model {
    case .fitted(let stratum, let curve): return starts[stratum] + curve
    case .published(let curve): return fitted + curve
    case .flatRate: return fitted + settings.publishedCurves.count
    }
  }
}
