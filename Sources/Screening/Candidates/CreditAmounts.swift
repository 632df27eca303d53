/// What a method gives for each 小班: columns of equal length, NaN where it cannot be told.
public struct CreditAmounts: Sendable, Equatable {
  /// Carbon stock, tC.
  public var stock: [Double]
  /// Growth, tCO2e a year.
  public var increment: [Double]
  /// Credit over the crediting period, tCO2e, negative values included.
  public var credit: [Double]
  /// Carbon stock at the earlier date, tC; empty where it is not looked at.
  public var earlierStock: [Double]

  public init(
    stock: [Double], increment: [Double], credit: [Double], earlierStock: [Double] = []
  ) {
    self.stock = stock
    self.increment = increment
    self.credit = credit
    self.earlierStock = earlierStock
  }
}
