/// A place in a text file as an editor shows it.
public struct TextPosition: Sendable, Hashable {
  /// Counted from 1; lines end with LF, CR LF or CR.
  public var line: Int
  /// Counted from 1 in characters (Unicode scalars): 松 is one column, and so is a tab.
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
