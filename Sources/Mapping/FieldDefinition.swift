/// One field of the program's own vocabulary, which a mapping fills from a source's column.
public struct FieldDefinition: Sendable, Equatable {
  /// What values of the field are, and hence which keys a mapping may give for it.
  public enum Content: Sendable, Equatable {
    case text
    /// A code explained by a code list. With `meanings`, the list may use no others.
    case code(meanings: [String]?)
    /// A plain number in the unit of its description.
    case number
    /// An area, brought to hectares.
    case area
    /// A growing stock volume, brought to m³/ha.
    case volume
    /// A share, brought to 0...1.
    case ratio
    /// A number of stems or culms, brought to stems per hectare.
    case stems
  }

  /// The key used in mapping files.
  public var name: String
  /// The Chinese term, for messages.
  public var chineseName: String
  public var content: Content
  /// Whether a mapping of the kind must fill it.
  public var isRequired: Bool

  public init(_ name: String, _ chineseName: String, _ content: Content, required: Bool = false) {
    self.name = name
    self.chineseName = chineseName
    self.content = content
    self.isRequired = required
  }
}
