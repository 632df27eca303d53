internal import Geospatial
internal import Inventory
internal import Synthesis

/// The shapefiles of one county while they are being written, one layer after another.
struct CountyDrawing {
  private let folder: String
  private let replacing: Bool
  private var open: OpenLayer?
  private var names: [String] = []

  /// A layer under way. A class, because the handle inside has one owner and no copies.
  private final class OpenLayer {
    let name: String
    private var writer: LayerWriter?

    init(_ name: String, _ writer: consuming LayerWriter) {
      self.name = name
      self.writer = consume writer
    }

    func append(_ table: SyntheticTable) throws(OutputError) {
      try writer?.append(columns: table.columns, geometry: table.geometry)
    }

    func finish() throws(OutputError) {
      guard let writer = writer.take() else { return }
      try writer.finish()
    }
  }

  init(folder: String, replacing: Bool) {
    self.folder = folder
    self.replacing = replacing
  }

  mutating func append(_ table: SyntheticTable) throws {
    if open?.name != table.name {
      try open?.finish()
      open = try begin(table)
    }
    try open?.append(table)
  }

  /// - Returns: the names of the files' stems with `.shp`.
  mutating func finish() throws -> [String] {
    try open?.finish()
    open = nil
    return names
  }

  private mutating func begin(_ table: SyntheticTable) throws -> OpenLayer {
    let stem = folder + "/" + table.name
    for part in ["shp", "shx", "dbf", "prj"] {
      try SampleWriter.clear(stem + "." + part, replacing)
    }
    names.append(table.name + ".shp")
    let fields = table.fields.map { field in
      FieldDescription(
        name: field.name, kind: Self.kind(field.kind), width: field.width,
        precision: field.precision)
    }
    var options = WriterOptions(encoding: .gbk)
    options.writesCodePage = false
    options.cutsTexts = true
    return OpenLayer(
      table.name,
      try LayerWriter(
        path: stem + ".shp", format: .shapefile, layer: table.name, fields: fields,
        geometry: .polygon, epsg: SyntheticPrefecture.coordinateSystem, options: options))
  }

  private static func kind(_ kind: SyntheticField.Kind) -> FieldDescription.Kind {
    switch kind {
    case .text: .text
    case .integer: .integer
    case .real: .real
    }
  }
}
