internal import Geometry
internal import Geospatial
internal import Inventory
internal import Mapping

/// Looks at some rows of a file before all are read, for what only many rows tell and single rows
/// need: the unit of a column.
enum SourceSample {
  private static let runs = 16
  private static let rowsPerRun = 128
  private static let fewest = 10

  /// The source as it should be read.
  static func adjusted(_ source: IngestSource) throws -> IngestSource {
    var result = source
    let asksCanopy =
      source.binding.position("canopyDensity") != nil
      && source.binding.mapping["canopyDensity"]?.ratioUnit == .fraction
    let system = source.description.coordinates.system
    guard asksCanopy || system != nil else { return source }
    var reader: VectorSource
    do throws(SourceError) {
      reader = try VectorSource(reopening: source.description)
    } catch {
      throw error.shown(as: source.file.displayPath)
    }
    let measure = system.flatMap { try? AreaMeasure($0) }
    let unit = source.binding.mapping["area"]?.areaUnit ?? .hectare
    var densities: [Double] = []
    var ratios: [Double] = []
    for rows in runs(of: source.description) {
      let batch: RawBatch
      do throws(SourceError) {
        batch = try reader.read(
          rows, fields: source.binding.columnsToRead, geometry: measure != nil)
      } catch {
        throw error.shown(as: source.file.displayPath)
      }
      if asksCanopy {
        densities += source.binding.numbers(
          "canopyDensity", in: batch.columns, rows: batch.count)
      }
      guard let measure, batch.geometry.count == batch.count else { continue }
      let usable = UsableGeometry.only(
        batch.geometry, within: source.description.usableExtent
      ).geometry
      guard let areas = try? measure.hectares(usable) else { continue }
      let recorded = source.binding.numbers("area", in: batch.columns, rows: batch.count)
      for (value, area) in zip(recorded, areas) where value > 0 && area > 0 {
        ratios.append(unit.hectares(value) / area)
      }
    }
    result.areaFactor = factor(ratios)
    if asksCanopy, isPercent(densities) {
      var mapping = source.binding.mapping
      for place in mapping.columns.indices where mapping.columns[place].field == "canopyDensity" {
        mapping.columns[place].ratioUnit = .percent
      }
      let fields = source.description.fields
      result.binding = try ColumnBinding(
        mapping, available: fields.map(\.name), aliases: fields.map(\.alias))
      result.isCanopyPercent = true
    }
    return result
  }

  /// Runs of rows all over the file where the format jumps to any row, and its first ones elsewhere.
  private static func runs(of description: LayerDescription) -> [Range<Int>] {
    let count = description.rowCount
    let all = runs * rowsPerRun
    guard count > all, ["ESRI Shapefile", "GPKG"].contains(description.driver) else {
      return [0..<min(count, all)]
    }
    return (0..<runs).map { run in
      let first = run * (count - rowsPerRun) / (runs - 1)
      return first..<first + rowsPerRun
    }
  }

  /// By what the areas of the file are too large, if nine tenths of them agree.
  private static func factor(_ ratios: [Double]) -> Double? {
    let factors = [
      Units.muPerHectare, 1 / Units.muPerHectare, Units.squareMetresPerHectare,
      1 / Units.squareMetresPerHectare,
    ]
    guard ratios.count >= fewest else { return nil }
    return factors.first { factor in
      10 * ratios.count { abs($0 / factor - 1) <= 0.1 } >= 9 * ratios.count
    }
  }

  /// Nine tenths above 1, and not all of them tenths (七成 as 7).
  private static func isPercent(_ densities: [Double]) -> Bool {
    let given = densities.filter { $0 > 0 && $0 <= 100 }
    guard given.count >= fewest else { return false }
    return 10 * given.count { $0 > 1 } >= 9 * given.count
      && 4 * given.count { $0 > 10 } >= given.count
  }
}
