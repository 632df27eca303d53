internal import Geometry
internal import Geospatial
internal import Inventory
internal import Mapping
internal import Quality

/// One thread's part of the reading: its own open file, mapper and geometry engine.
struct IngestWorker: ~Copyable {
  /// A run of rows of one file.
  struct Item: Sendable {
    var source: Int
    var rows: Range<Int>
  }

  private let sources: [IngestSource]
  private let system: CoordinateSystem?
  private let species: SpeciesTable
  private let catalog: RuleCatalog
  private var open: OpenSource?

  init(
    sources: [IngestSource], system: CoordinateSystem?, species: SpeciesTable,
    catalog: RuleCatalog
  ) {
    self.sources = sources
    self.system = system
    self.species = species
    self.catalog = catalog
  }

  mutating func work(_ item: Item) throws -> IngestChunk {
    if open?.number != item.source {
      open = nil
      open = try OpenSource(item.source, sources[item.source], system: system, species: species)
    }
    guard let chunk = try open?.read(item.rows, catalog: catalog) else {
      preconditionFailure("the source was opened above")
    }
    return chunk
  }
}
