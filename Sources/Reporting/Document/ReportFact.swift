/// A name and what it says, such as 调查年度 and 2018、2023.
public struct ReportFact: Sendable, Equatable {
  public var name: String
  public var value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
