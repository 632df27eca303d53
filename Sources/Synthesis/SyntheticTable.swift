public import Geometry
public import Inventory

/// Consecutive rows of one layer: columns of equal length, and a geometry for every row.
public struct SyntheticTable: Sendable, Equatable {
  public let layer: SyntheticLayer
  /// File name without extension, ASCII, the same for all batches of the layer.
  public let name: String
  /// Number of the first row within the layer, from 0.
  public let firstRow: Int
  public let fields: [SyntheticField]
  public internal(set) var columns: [SourceColumn]
  public internal(set) var geometry: WKBColumn

  init(layer: SyntheticLayer, name: String, firstRow: Int, fields: [SyntheticField]) {
    self.layer = layer
    self.name = name
    self.firstRow = firstRow
    self.fields = fields
    columns = fields.map { $0.kind == .text ? .text(TextColumn()) : .number([]) }
    geometry = WKBColumn()
  }

  public var count: Int { geometry.count }

  /// The text of a row, `nil` where there is no such field or it holds numbers.
  public func text(_ field: String, _ row: Int) -> String? {
    guard let position = fields.firstIndex(where: { $0.name == field }),
      case .text(let texts) = columns[position]
    else { return nil }
    return texts[row]
  }

  /// The number of a row, `nil` where there is no such field or it holds texts.
  public func number(_ field: String, _ row: Int) -> Double? {
    guard let position = fields.firstIndex(where: { $0.name == field }),
      case .number(let numbers) = columns[position]
    else { return nil }
    return numbers[row]
  }
}
