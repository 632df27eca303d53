internal import Geometry
internal import Geospatial
internal import Inventory
internal import Mapping
internal import Quality

/// One thread's part of the reading: its own open file, mapper and geometry engine.
struct IngestWorker {
  /// A run of rows of one file.
  struct Item: Sendable {
    var file: Int
    var rows: Range<Int>
  }

  private let files: [SharedFile]
  private let sources: [IngestSource]
  private let system: CoordinateSystem?
  private let species: SpeciesTable
  private let catalog: RuleCatalog
  /// The survey whose polygons are kept; nil to keep none.
  private let keptSurveys: Set<Int>
  private let places: VillagePlaces?
  private var open: (number: Int, file: OpenFile)?

  init(
    files: [SharedFile], sources: [IngestSource], system: CoordinateSystem?, species: SpeciesTable,
    catalog: RuleCatalog, keptSurveys: Set<Int>, places: VillagePlaces?
  ) {
    self.places = places
    self.keptSurveys = keptSurveys
    self.files = files
    self.sources = sources
    self.system = system
    self.species = species
    self.catalog = catalog
  }

  /// - Returns: a chunk for each source of the file.
  mutating func work(_ item: Item) throws -> [IngestChunk] {
    if let open, open.number == item.file {
      return try open.file.read(item.rows, catalog: catalog)
    }
    let next = try OpenFile(
      files[item.file], of: sources, system: system, species: species, keptSurveys: keptSurveys,
      places: places)
    open = (item.file, next)
    return try next.read(item.rows, catalog: catalog)
  }
}
