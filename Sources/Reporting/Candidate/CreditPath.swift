/// How the yearly credit of one village comes about, from growth to what can be credited.
public struct CreditPath: Sendable, Equatable {
  public struct Step: Sendable, Equatable {
    /// In Chinese, such as `扣除基准`.
    public var name: String
    /// Added or, if negative, taken away; tCO2e a year.
    public var tonnes: Double

    public init(name: String, tonnes: Double) {
      self.name = name
      self.tonnes = tonnes
    }
  }

  public var villageName: String
  public var steps: [Step]

  public init(villageName: String, steps: [Step]) {
    self.villageName = villageName
    self.steps = steps
  }
}
