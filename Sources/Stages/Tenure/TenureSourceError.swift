public import Tenure

/// A tenure file that cannot be read as a list.
public struct TenureSourceError: Error, Sendable, Equatable {
  public var path: String
  public var problem: TenureListError
}
