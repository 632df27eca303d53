/// A species list gives its codes meanings that nothing knows. Their rows would silently be left
/// without a quantity.
///
/// The user should write the name of a group (`SpeciesGroups`, or one that a method file of the run
/// has coefficients for).
public struct UnknownSpeciesGroup: Error, Sendable, Equatable {
  public struct Entry: Sendable, Equatable {
    public var code: String
    public var name: String
    public var meaning: String
    /// The group that was probably meant.
    public var suggestion: String?
  }

  public var codeList: String
  /// The field that the list explains.
  public var field: String
  public var mapping: String
  /// In the order of their codes.
  public var entries: [Entry]
}
