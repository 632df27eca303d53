/// Which encoding a table is read in, and what that rests on.
public struct EncodingDecision: Sendable, Equatable {
  /// What the choice rests on, strongest claim first.
  public enum Evidence: Sendable, Equatable {
    /// Named by the run's configuration.
    case configured
    /// The `.cpg` file next to the table, with its text; the content agrees.
    case cpgFile(String)
    /// The language byte of the .dbf header (byte 29); the content agrees.
    case languageByte(UInt8)
    /// Every text that is not ASCII is well-formed UTF-8.
    case validUTF8
    /// Not UTF-8, and every text that is not ASCII is well-formed GB 18030.
    case validGB18030
    /// Not UTF-8; read as Big5 the texts are characters in use, read as GB 18030 they are not.
    case plausibleBig5
    /// All texts are ASCII: nothing to decide.
    case onlyASCII
    /// The format itself fixes the encoding (GeoPackage, GeoJSON, XLSX, ...).
    case format
  }

  public var encoding: TextEncoding
  public var evidence: Evidence
  /// Claims of the files that their content contradicts, such as a .cpg saying `UTF-8` over GBK.
  public var overruled: [Evidence]
  /// Texts with at least one byte outside ASCII that were looked at.
  public var checkedTexts: Int
  /// Of these, texts that end in half a character because the field was too narrow.
  public var cutTexts: Int
  /// Of these, texts that are malformed in the chosen encoding.
  public var malformedTexts: Int

  /// Of these, texts in UTF-8 among others in GB 18030; they are read as UTF-8.
  public var strayTexts = 0

  public init(
    encoding: TextEncoding, evidence: Evidence, overruled: [Evidence] = [], checkedTexts: Int = 0,
    cutTexts: Int = 0, malformedTexts: Int = 0
  ) {
    self.encoding = encoding
    self.evidence = evidence
    self.overruled = overruled
    self.checkedTexts = checkedTexts
    self.cutTexts = cutTexts
    self.malformedTexts = malformedTexts
  }
}
