internal import CGDAL
internal import Geometry
internal import Inventory

/// Fills the columns of a batch feature by feature.
struct BatchBuilder {
  private enum Slot {
    case text(Int)
    case date(Int)
    case number(Int)
  }

  private var slots: [(field: Int32, slot: Slot)] = []
  private var texts: [TextColumn] = []
  private var numbers: [[Double]] = []
  private var featureIDs: [Int64] = []
  private var geometry = WKBColumn()
  private var damaged: [RawBatch.DamagedText] = []
  private let wantsGeometry: Bool
  private let decoder: TextDecoder

  var count: Int { featureIDs.count }

  init(
    fields: [(index: Int, kind: FieldDescription.Kind)], geometry: Bool, rows: Int,
    decoder: TextDecoder
  ) {
    wantsGeometry = geometry
    self.decoder = decoder
    featureIDs.reserveCapacity(rows)
    for field in fields {
      let index = Int32(field.index)
      switch field.kind {
      case .text:
        slots.append((index, .text(texts.count)))
        texts.append(TextColumn())
        texts[texts.count - 1].reserve(rows: rows, bytesPerRow: 8)
      case .date:
        slots.append((index, .date(texts.count)))
        texts.append(TextColumn())
        texts[texts.count - 1].reserve(rows: rows, bytesPerRow: 10)
      case .integer, .real:
        slots.append((index, .number(numbers.count)))
        var values: [Double] = []
        values.reserveCapacity(rows)
        numbers.append(values)
      }
    }
  }

  /// - Parameter hasBrokenShape: whether the file has something in place of a shape that cannot be
  ///   read; then the geometry is `RawBatch.brokenShape`.
  mutating func append(_ feature: OGRFeatureH, hasBrokenShape: Bool = false) {
    let row = featureIDs.count
    featureIDs.append(OGR_F_GetFID(feature))
    for column in slots.indices {
      let (field, slot) = slots[column]
      let isSet = OGR_F_IsFieldSetAndNotNull(feature, field) != 0
      switch slot {
      case .number(let index):
        numbers[index].append(isSet ? OGR_F_GetFieldAsDouble(feature, field) : .nan)
      case .text(let index):
        guard isSet, let text = OGR_F_GetFieldAsString(feature, field) else {
          texts[index].appendRow { _ in }
          continue
        }
        let bytes = UnsafeRawBufferPointer(start: text, count: strlen(text))
        var damage = TextDecoder.Damage.none
        texts[index].appendRow { damage = decoder.append(bytes, to: &$0) }
        if damage != .none {
          damaged.append(RawBatch.DamagedText(row: row, column: column, damage))
        }
      case .date(let index):
        texts[index].append(isSet ? DateText.iso(feature, field) : "")
      }
    }
    guard wantsGeometry else { return }
    geometry.appendRow { bytes in
      if hasBrokenShape {
        bytes.append(contentsOf: RawBatch.brokenShape)
      } else if let shape = OGR_F_GetGeometryRef(feature) {
        GeometryBytes.append(shape, to: &bytes)
      }
    }
  }

  func finish(firstRow: Int) -> RawBatch {
    let columns = slots.map { slot -> SourceColumn in
      switch slot.slot {
      case .text(let index), .date(let index): .text(texts[index])
      case .number(let index): .number(numbers[index])
      }
    }
    return RawBatch(
      firstRow: firstRow, featureIDs: featureIDs, columns: columns, geometry: geometry,
      damagedTexts: damaged)
  }
}
