/// How a cell of a worksheet looks. Styles are numbered by `StyleSheet`.
struct CellStyle: Hashable {
  /// Positions in the fonts that `StyleSheet` writes.
  enum Font: Int {
    case body, title, heading, strong, notice, note
  }

  /// Positions in the fills; the first two are prescribed by the format.
  enum Fill: Int {
    case none = 0
    case heading = 2
    case group, total
  }

  /// Positions in the borders.
  enum Border: Int {
    case none, grid, total
  }

  enum Horizontal: String {
    case left, center, right
  }

  var font: Font = .body
  var fill: Fill = .none
  var border: Border = .none
  var format = "General"
  var horizontal: Horizontal = .left
  var wraps = false
}
