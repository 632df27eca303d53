public import Accounting
internal import Configuration
public import Inventory
internal import Mapping
public import Quality

/// A pipeline as its file declares it, with every file that it names read and checked.
///
/// Paths in the file are relative to the file that holds them.
public struct PipelineFile: Sendable {
  /// Short ASCII name, used for folders.
  public var name: String
  /// 报告标题
  public var title: String
  /// EPSG code of the coordinate system in which areas are computed; nil takes that of the first
  /// inventory layer.
  public var epsg: Int?
  public var inventory: [InventorySource]
  public var villages: LayerSource?
  public var tenureParcels: [LayerSource]
  public var tenureLists: [SheetSource]
  public var exclusions: [LayerSource]
  public var credited: [LayerSource]
  /// Kinds of layers of which the pipeline says that there is nothing, such as no exclusion zones.
  public var declaredNone: [LayerRole]
  public var methods: [MethodSource]
  public var rules: RuleCatalog
  /// Whether the polygons of a survey are compared with one another for overlaps and gaps.
  public var checksOverlaps: Bool
  /// Rule identifier → policy as written, for the record.
  public var rulePolicies: [String: RulePolicy]
  public var tenure: TenureSettings
  /// What may serve as evidence of growth.
  public var growth: GrowthSettings
  /// The `growth` block in canonical form; empty where the file has none.
  public var growthCanonical: String
  /// How the two surveys are laid side by side.
  public var pairing: PairingSettings
  /// Surveys that the file declares and this run does not read, because `pairing` ends before them.
  public var unreadSurveys: [Int]
  /// Whether `quantify` draws a band for every 小班 too.
  public var drawsSubcompartments: Bool
  public var revenue: RevenueSettings
  /// How shared outputs name right holders.
  public var holders: HolderDisplay
  /// What pseudonyms are made with besides the holder's name; nil takes the pipeline's name. One
  /// that only the bureau knows keeps others from trying names.
  public var pseudonymSalt: String?
  /// Prices that the pipeline sets by method identifier; they win over those of method files.
  public var prices: [String: PriceBand]
  /// Villages to put forward, by county code of six digits.
  public var quotas: [String: Int]
  /// Whether the forestry bureau has confirmed the inventory with its stamp (盖章确认).
  public var inventoryIsStamped: Bool
  /// Tonnes CO2e that the whole undertaking aims at, if any.
  public var targetTonnes: Double?
  /// Where reports are put, as an absolute path.
  public var outputFolder: String
  /// Where stage results are kept, as an absolute path.
  public var workFolder: String
  /// The stages to run, a leading part of the chain.
  public var stages: [StageName]

  /// All species of all lists, numbered.
  public var species: SpeciesTable
  /// Share of the rows of each survey, 0...1, that must be usable for the run to go on; with 0 a
  /// single row is enough.
  public var leastUsableShare = 0.0

  /// The surveys whose polygons some stage of this run looks at again. Of the others `ingest`
  /// measures the polygons and keeps the areas only.
  ///
  /// The latest survey is laid over the other layers and published. Of two surveys in files of
  /// their own both are needed, to find 小班 that were redrawn; both dates in one file have the
  /// same polygons.
  public var surveysWithPolygons: Set<Int> {
    let areDrawnTwice = Set(inventory.map { $0.layer.files.map(\.path) }).count > 1
    if areDrawnTwice { return Set(inventory.map(\.survey)) }
    let hasLayers = !(tenureParcels.isEmpty && exclusions.isEmpty && credited.isEmpty)
    guard hasLayers || stages.contains(.publish) || checksOverlaps else { return [] }
    return Set([inventory.map(\.survey).max()].compactMap { $0 })
  }

  /// All data files, each as often as it is declared.
  public var dataFiles: [SourceFile] {
    let layers =
      inventory.map(\.layer) + [villages].compactMap { $0 } + tenureParcels + exclusions
      + credited
    return layers.flatMap(\.files) + tenureLists.flatMap(\.files)
  }

  /// The price at which a method's tonnes are valued; nil where none is known.
  public func price(of method: MethodParameters) -> PriceBand? {
    prices[method.id] ?? method.prices
  }
}
