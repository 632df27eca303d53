internal import Geometry
internal import Geospatial
internal import Inventory
internal import Mapping
internal import Quality

/// One thread's part of the reading: its own open file, mapper and geometry engine.
struct IngestWorker {
  /// A run of rows of one file.
  struct Item: Sendable {
    var source: Int
    var rows: Range<Int>
  }

  private let sources: [IngestSource]
  private let system: CoordinateSystem?
  private let species: SpeciesTable
  private let catalog: RuleCatalog
  /// The survey whose polygons are kept; nil to keep none.
  private let keptSurvey: Int?
  private var open: OpenSource?

  init(
    sources: [IngestSource], system: CoordinateSystem?, species: SpeciesTable,
    catalog: RuleCatalog, keptSurvey: Int?
  ) {
    self.keptSurvey = keptSurvey
    self.sources = sources
    self.system = system
    self.species = species
    self.catalog = catalog
  }

  mutating func work(_ item: Item) throws -> IngestChunk {
    if let open, open.number == item.source {
      return try open.read(item.rows, catalog: catalog)
    }
    let next = try OpenSource(
      item.source, sources[item.source], system: system, species: species,
      keepsPolygons: sources[item.source].survey == keptSurvey)
    open = next
    return try next.read(item.rows, catalog: catalog)
  }
}
