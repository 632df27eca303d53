internal import Geospatial
internal import Inventory
internal import Mapping
internal import Pipeline
internal import Quality

/// Reads a reference layer in runs of rows, by all threads.
struct LayerReader: Sendable {
  /// Rows a worker takes at a time.
  static let rowsPerChunk = 1024

  /// The working coordinate system; nil keeps the layer's own.
  let system: CoordinateSystem?
  let threads: Int
  let interruption: Interruption
  /// Where the 小班 are; nil where that is of no matter.
  private let placement: LayerPlacement?
  private let catalog: RuleCatalog
  private let pipeline: String

  init(
    into system: CoordinateSystem?, _ context: StageContext, placement: LayerPlacement? = nil,
    catalog: RuleCatalog = RuleCatalog(), pipeline: String = ""
  ) {
    self.system = system
    self.placement = placement
    self.catalog = catalog
    self.pipeline = pipeline
    threads = context.threads
    interruption = context.interruption
  }

  /// What the rule about layers in the wrong place says to a layer; of source 0.
  func findings(_ description: LayerDescription, _ file: SourceFile) throws -> [Finding] {
    try placement?.check(description, file, catalog, pipeline: pipeline) ?? []
  }

  /// Hands what `body` makes of the runs to `sink`, in the order of the rows.
  func read<Output: Sendable, Destination: ~Copyable>(
    _ file: SourceFile, of layer: LayerSource,
    body: @Sendable (LayerTable) throws -> Output, into destination: inout Destination,
    sink: @Sendable (inout Destination, Output) throws -> Void
  ) throws -> LayerDescription {
    let (description, binding) = try SourceExaminer.examine(file, of: layer)
    // Before any row is read; what is only to be noted is asked for afterwards.
    _ = try findings(description, file)
    let count = description.rowCount
    let size = Self.rowsPerChunk
    let system = system
    try Workers.run(
      count: (count + size - 1) / size, threads: threads, window: 2 * threads,
      interruption: interruption,
      makeState: { try OpenLayer.open(file, layer, description, binding, into: system) },
      body: { open, item in
        try body(open.read(item * size..<min((item + 1) * size, count)))
      },
      into: &destination, sink: { destination, _, output in try sink(&destination, output) })
    return description
  }
}
