/// One cell of a `ReportTable`.
public enum ReportCell: Sendable, Equatable {
  case text(String)
  /// A number in the unit of its column; a share is a fraction.
  case number(Double)
  case missing(MissingReason)
  case empty

  public init(_ value: ReportValue) {
    switch value {
    case .known(let number): self = .number(number)
    case .missing(let reason): self = .missing(reason)
    }
  }

  /// A number, or nothing where there is none and none is expected.
  public init(_ number: Double?) {
    self = number.map(ReportCell.number) ?? .empty
  }
}
