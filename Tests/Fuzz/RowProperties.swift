import Geometry
import Inventory

@testable import Geospatial

/// What holds for any rows that were read.
enum RowProperties {
  static func check(_ batch: RawBatch, _ description: LayerDescription) throws(Violation) {
    try hold(batch.columns.count == description.fields.count, "columns were lost")
    for column in batch.columns {
      switch column {
      case .number(let values):
        try hold(values.count == batch.count, "a column of another length")
      case .text(let texts):
        try hold(texts.count == batch.count, "a column of another length")
        try hold(
          String(validating: texts.bytes, as: UTF8.self) != nil, "malformed UTF-8 in a column")
      }
    }
    for damage in batch.damagedTexts {
      try hold(
        damage.row < batch.count && damage.column < batch.columns.count, "damage outside")
    }
  }

  static func compare(_ one: RawBatch, _ other: RawBatch) throws(Violation) {
    try hold(one.featureIDs == other.featureIDs, "other rows")
    try hold(one.geometry == other.geometry, "other shapes")
    try hold(one.damagedTexts == other.damagedTexts, "other damage")
    for (place, pair) in zip(one.columns, other.columns).enumerated() {
      switch pair {
      case (.number(let a), .number(let b)):
        for (row, values) in zip(a, b).enumerated()
        where values.0 != values.1 && !(values.0.isNaN && values.1.isNaN) {
          throw Violation("column \(place), row \(row): \(values.0), GDAL \(values.1)")
        }
      case (.text(let a), .text(let b)):
        for row in 0..<min(a.count, b.count) where a[row] != b[row] {
          throw Violation(
            "column \(place), row \(row): \(a[row].debugDescription), "
              + "GDAL \(b[row].debugDescription)")
        }
      default: throw Violation("columns of different kinds")
      }
    }
  }
}
