/// A sum that keeps the digits which plain addition drops (Neumaier 1974).
public struct CompensatedSum: Sendable, Equatable {
  private var sum = 0.0
  private var lost = 0.0

  public init() {}

  public mutating func add(_ value: Double) {
    let next = sum + value
    lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
    sum = next
  }

  public var value: Double { sum + lost }
}
