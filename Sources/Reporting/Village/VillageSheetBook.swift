internal import Inventory

/// The sheets of all villages with what their heads and feet say, and their figures rounded once.
public struct VillageSheetBook: Sendable {
  /// A file that the figures come from.
  public struct Source: Sendable, Equatable {
    public var path: String
    /// The first 16 hexadecimal digits of its SHA-256.
    public var digest: String

    public init(path: String, digest: String) {
      self.path = path
      self.digest = digest
    }
  }

  public static let areaPlaces = 2
  public static let volumePlaces = 1

  /// Rounded figures of some 小班, in units of the last place; nil where not recorded.
  struct Figures: Sendable, Equatable {
    /// 0.01 ha
    var hectares: [Int64?] = []
    /// 0.01 亩
    var mu: [Int64?] = []
    /// 0.1 m³
    var volume: [Int64?] = []

    static func sum(_ units: [Int64?]) -> Int64 { units.reduce(0) { $0 + ($1 ?? 0) } }
  }

  public let countyNames: [String]
  /// 统计年度: the survey's year.
  public let year: Int
  /// What identifies the data: edition and digest of all source files together.
  public let edition: String
  /// What the codes in the remarks mean.
  public let remarks: [String]
  public let sources: [Source]
  public let sheets: [VillageSheet]
  /// For each sheet.
  let figures: [Figures]

  public init(
    countyNames: [String], year: Int, edition: String, remarks: [String] = [],
    sources: [Source], sheets: [VillageSheet]
  ) {
    self.countyNames = countyNames
    self.year = year
    self.edition = edition
    self.remarks = remarks
    self.sources = sources
    self.sheets = sheets
    figures = Self.figures(sheets)
  }

  /// The county is rounded first, villages so that they add up to it, 小班 so that they add up to
  /// their village.
  private static func figures(_ sheets: [VillageSheet]) -> [Figures] {
    func units(places: Int, _ value: (VillagePlot) -> Double) -> [[Int64?]] {
      let values = sheets.map { $0.plots.map(value) }
      let sums = values.map { plots in
        plots.reduce(0.0) { $0 + ($1.isFinite && $1 >= 0 ? $1 : 0) }
      }
      let totals = AdditiveRounding.units(sums, places: places)
      return zip(values, totals).map {
        AdditiveRounding.units($0, places: places, total: $1)
      }
    }
    let hectares = units(places: areaPlaces) { $0.hectares }
    let mu = units(places: areaPlaces) { $0.hectares * Units.muPerHectare }
    let volume = units(places: volumePlaces) { $0.volume }
    return sheets.indices.map {
      Figures(hectares: hectares[$0], mu: mu[$0], volume: volume[$0])
    }
  }
}
