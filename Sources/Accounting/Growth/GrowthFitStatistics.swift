/// How well a curve follows the stands it was fitted on.
public struct GrowthFitStatistics: Sendable, Equatable {
  /// Stands and age classes used.
  public var stands: Int
  public var classes: Int
  /// 1 − Σ|residual| / Σ|deviation from the median|, over the logarithms of the class medians
  /// weighted by stands: R¹ of Koenker & Machado (1999), which outliers do not rule. 1 is perfect,
  /// 0 no better than one number for all ages.
  public var robustR1: Double
  /// Spread of single stands about the curve: 1.4826 times the median absolute residual of ln V,
  /// which is the standard deviation if they are normal; about the relative error of one stand.
  public var residualSpread: Double
  /// Ages of the youngest and oldest stand used, years.
  public var youngest: Double
  public var oldest: Double

  public init(
    stands: Int, classes: Int, robustR1: Double, residualSpread: Double, youngest: Double,
    oldest: Double
  ) {
    self.stands = stands
    self.classes = classes
    self.robustR1 = robustR1
    self.residualSpread = residualSpread
    self.youngest = youngest
    self.oldest = oldest
  }
}
