internal import Geometry
internal import Inventory

/// Reads runs of rows of a shapefile straight from its three files.
///
/// GDAL makes a feature object for every row and a text for every cell of it; where rows are of
/// the plain kind that makes up nearly all inventories, their bytes can be taken as they lie, many
/// times faster. Everything else (deleted rows, dates, odd numbers, polygons of several rings)
/// is left to GDAL, which stays the judge of what a shapefile means.
struct ShapefileRows: ~Copyable {
  private let dbf: RowFile
  private let shp: RowFile
  private let shx: RowFile
  private let table: Layout

  /// What the header of the .dbf says about rows.
  private struct Layout {
    var headerLength: Int
    var recordLength: Int
    var fields: [Field]
  }

  private struct Field {
    var offset: Int
    var width: Int
    var kind: UInt8
  }

  /// - Returns: nil where the layer is not a shapefile of plain rows.
  init?(_ description: LayerDescription) {
    guard description.driver == "ESRI Shapefile", case .direct = description.rowIDs,
      description.rowCount == description.featureCount,
      let parts = try? FileSet.parts(of: description.path)
    else { return nil }
    func part(_ ending: String) -> RowFile? {
      parts.first { $0.lowercased().hasSuffix(ending) }.flatMap { RowFile($0) }
    }
    guard let shp = part(".shp"), let shx = part(".shx"), let dbf = part(".dbf"),
      let table = Self.layout(dbf), table.fields.count == description.fields.count,
      shx.size >= 100 + description.rowCount * 8
    else { return nil }
    self.dbf = dbf
    self.shp = shp
    self.shx = shx
    self.table = table
  }

  private static func layout(_ dbf: borrowing RowFile) -> Layout? {
    guard let head = dbf.read(0..<32) else { return nil }
    let headerLength = Int(head[8]) | Int(head[9]) << 8
    let recordLength = Int(head[10]) | Int(head[11]) << 8
    guard headerLength > 32, recordLength > 1, let header = dbf.read(0..<headerLength) else {
      return nil
    }
    var layout = Layout(headerLength: headerLength, recordLength: recordLength, fields: [])
    var offset = 1
    var position = 32
    while position + 32 <= headerLength, header[position] != 0x0D {
      let kind = header[position + 11]
      var width = Int(header[position + 16])
      if kind == UInt8(ascii: "C") { width += Int(header[position + 17]) << 8 }
      layout.fields.append(Field(offset: offset, width: width, kind: kind))
      offset += width
      position += 32
    }
    return offset <= recordLength ? layout : nil
  }

  /// The rows, or nil where GDAL has to read them.
  ///
  /// - Parameters:
  ///   - rows: within the layer.
  ///   - fields: positions in the layer's fields, with what each is read as.
  ///   - compound: gives the geometry of a row that is no single ring.
  func read(
    _ rows: Range<Int>, fields: [(index: Int, kind: FieldDescription.Kind)], geometry: Bool,
    decoder: TextDecoder, compound: (Int, inout [UInt8]) -> Void
  ) -> RawBatch? {
    let length = table.recordLength
    let first = table.headerLength + rows.lowerBound * length
    guard !rows.isEmpty, let records = dbf.read(first..<first + rows.count * length) else {
      return nil
    }
    for row in 0..<rows.count where records[row * length] != 0x20 { return nil }
    var columns: [SourceColumn] = []
    var damaged: [RawBatch.DamagedText] = []
    for (column, wanted) in fields.enumerated() {
      let field = table.fields[wanted.index]
      switch (wanted.kind, field.kind) {
      case (.text, UInt8(ascii: "C")):
        columns.append(
          .text(texts(records, rows.count, field, decoder, column: column, &damaged)))
      case (.real, UInt8(ascii: "N")), (.real, UInt8(ascii: "F")):
        guard let found = numbers(records, rows.count, field, wholeOnly: false) else { return nil }
        columns.append(.number(found))
      case (.integer, UInt8(ascii: "N")):
        guard let found = numbers(records, rows.count, field, wholeOnly: true) else { return nil }
        columns.append(.number(found))
      default: return nil
      }
    }
    var shapes = WKBColumn()
    if geometry {
      guard let found = polygons(rows, compound: compound) else { return nil }
      shapes = found
    }
    damaged.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    return RawBatch(
      firstRow: rows.lowerBound, featureIDs: rows.map { Int64($0) }, columns: columns,
      geometry: shapes, damagedTexts: damaged)
  }

  private func texts(
    _ records: [UInt8], _ count: Int, _ field: Field, _ decoder: TextDecoder, column: Int,
    _ damaged: inout [RawBatch.DamagedText]
  ) -> TextColumn {
    var texts = TextColumn()
    texts.reserve(rows: count, bytesPerRow: field.width)
    records.withUnsafeBytes { bytes in
      for row in 0..<count {
        let start = row * table.recordLength + field.offset
        var end = start
        // A text ends at its first NUL, as it does for GDAL.
        while end < start + field.width, bytes[end] != 0 { end += 1 }
        let cell = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
        var damage = TextDecoder.Damage.none
        texts.appendRow { damage = decoder.append(cell, to: &$0) }
        if damage != .none {
          damaged.append(RawBatch.DamagedText(row: row, column: column, damage))
        }
      }
    }
    return texts
  }

  private func numbers(
    _ records: [UInt8], _ count: Int, _ field: Field, wholeOnly: Bool
  ) -> [Double]? {
    var numbers: [Double] = []
    numbers.reserveCapacity(count)
    return records.withUnsafeBytes { bytes -> [Double]? in
      for row in 0..<count {
        let start = row * table.recordLength + field.offset
        let cell = UnsafeRawBufferPointer(rebasing: bytes[start..<start + field.width])
        guard let number = PlainNumber.parse(cell, wholeOnly: wholeOnly) else { return nil }
        numbers.append(number)
      }
      return numbers
    }
  }

  /// Polygons as well-known binary; nil where the file does not keep them one after another.
  private func polygons(
    _ rows: Range<Int>, compound: (Int, inout [UInt8]) -> Void
  ) -> WKBColumn? {
    guard let index = shx.read(100 + rows.lowerBound * 8..<100 + rows.upperBound * 8) else {
      return nil
    }
    let places = index.withUnsafeBytes { bytes in
      (0..<rows.count).map { row -> Range<Int> in
        let offset = Self.bigEndian(bytes, row * 8) * 2 + 8
        return offset..<offset + Self.bigEndian(bytes, row * 8 + 4) * 2
      }
    }
    func isInside(_ place: Range<Int>) -> Bool {
      place.lowerBound >= 108 && place.upperBound <= shp.size
    }
    let inside = places.filter(isInside)
    guard let low = inside.map(\.lowerBound).min(), let high = inside.map(\.upperBound).max(),
      high - low <= inside.reduce(4096, { $0 + 2 * $1.count + 16 }),
      let content = shp.read(low..<high)
    else { return nil }
    var column = WKBColumn()
    column.reserve(rows: rows.count, bytesPerRow: (high - low) / rows.count + 16)
    // Little endian, Polygon, one ring.
    let head: [UInt8] = [1, 3, 0, 0, 0, 1, 0, 0, 0]
    return content.withUnsafeBytes { bytes -> WKBColumn? in
      for (row, place) in places.enumerated() {
        guard isInside(place) else {
          column.append(RawBatch.brokenShape)
          continue
        }
        let record = UnsafeRawBufferPointer(
          rebasing: bytes[place.lowerBound - low..<place.upperBound - low])
        switch ShapefileRecord.content(record) {
        case .damaged: column.append(RawBatch.brokenShape)
        case .nothing: column.appendRow { _ in }
        case .polygon where Self.littleEndian(record, 0) != 5: return nil
        case .polygon:
          let (parts, points) = (Self.littleEndian(record, 36), Self.littleEndian(record, 40))
          if parts == 1, points >= 4, record.count == 48 + points * 16,
            Self.littleEndian(record, 44) == 0
          {
            column.appendRow { output in
              output += head
              output.append(contentsOf: record[40..<44])
              output.append(contentsOf: UnsafeRawBufferPointer(rebasing: record[48...]))
            }
          } else {
            column.appendRow { compound(rows.lowerBound + row, &$0) }
          }
        case .other: return nil
        }
      }
      return column
    }
  }

  private static func bigEndian(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int {
    Int(UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }

  private static func littleEndian(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int {
    Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }
}
