import Geometry
import Inventory

/// Fills a table row by row, each value going into the field after the one before it.
struct TableBuilder {
  let layer: SyntheticLayer
  let name: String
  let fields: [SyntheticField]
  private var slots: [Int] = []
  private var texts: [TextColumn] = []
  private var numbers: [[Double]] = []
  private var cursor = 0
  private(set) var firstRow = 0
  var geometry = WKBColumn()

  init(layer: SyntheticLayer, name: String, fields: [SyntheticField]) {
    self.layer = layer
    self.name = name
    self.fields = fields
    clear()
  }

  /// Rows in hand.
  var count: Int { geometry.count }
  /// Number of the row that comes next, in the layer.
  var nextRow: Int { firstRow + geometry.count }

  private mutating func clear() {
    texts = []
    numbers = []
    slots = []
    for field in fields {
      if field.kind == .text {
        slots.append(texts.count)
        texts.append(TextColumn())
      } else {
        slots.append(numbers.count)
        numbers.append([])
      }
    }
    geometry = WKBColumn()
  }

  mutating func add(_ text: String) {
    texts[slots[cursor]].append(text)
    advance()
  }

  mutating func add(_ number: Double) {
    numbers[slots[cursor]].append(number)
    advance()
  }

  /// Surveys write 0 where there is nothing to record, such as the age of bare ground.
  mutating func add(_ number: Int) { add(Double(number)) }

  private mutating func advance() { cursor = cursor + 1 == fields.count ? 0 : cursor + 1 }

  /// Hands over the rows in hand and goes on with none.
  mutating func take() -> SyntheticTable {
    var table = SyntheticTable(layer: layer, name: name, firstRow: firstRow, fields: fields)
    table.geometry = geometry
    for (position, field) in fields.enumerated() {
      table.columns[position] =
        field.kind == .text
        ? .text(texts[slots[position]]) : .number(numbers[slots[position]])
    }
    firstRow += geometry.count
    clear()
    return table
  }
}
