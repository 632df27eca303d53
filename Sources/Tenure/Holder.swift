/// One right holder as a register names it.
public struct Holder: Sendable, Hashable {
  /// How the type was found, for whoever has to trust it.
  public enum Recognition: Sendable, Hashable {
    /// A code of the register.
    case code(String)
    /// A part of the name, such as 村民委员会.
    case pattern(String)
    /// Nothing was recognised.
    case none
  }

  /// As printed, in half-width form.
  public var printed: String
  /// The name to compare: no blanks, no share.
  public var name: String
  public var type: HolderType
  public var recognition: Recognition
  /// Share of co-owners as printed, 0 to 1; nil where none is given.
  public var share: Double?

  public init(
    printed: String, name: String, type: HolderType, recognition: Recognition, share: Double? = nil
  ) {
    self.printed = printed
    self.name = name
    self.type = type
    self.recognition = recognition
    self.share = share
  }
}
