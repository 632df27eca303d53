public import Mapping

/// A code list file that is not in the form `code,name,meaning,standing`.
public struct CodeListError: Error, Sendable, Equatable {
  public var path: String
  public var problem: CodeListTable.Problem
}
