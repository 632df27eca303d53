/// Markup while it is put together, as bytes: a county's sheets hold millions of cells, and a text
/// made for each piece of each cell would cost more than everything else.
struct MarkupBuffer {
  private(set) var bytes: [UInt8] = []

  init() {}

  /// Makes room for bytes to come.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  mutating func add(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  mutating func add(_ markup: [UInt8]) { bytes.append(contentsOf: markup) }

  /// Text from data: what has a meaning in markup is escaped.
  mutating func add(text: String) {
    add(MarkupText.isPlain(text) ? text : MarkupText.escape(text))
  }
}
