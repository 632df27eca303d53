internal import Foundation
internal import Geospatial

/// Says what a file is: every layer, and for spreadsheets every sheet that holds a 林权 list.
public struct FileInspector {
  /// Delimited files beyond this are read as layers only: a 林权 list is never so large, and a
  /// grid of cells keeps the whole file in memory.
  static let largestList = 32 << 20

  private let mappings: MappingCatalog
  private let options: InspectOptions

  public init(mappings: MappingCatalog, options: InspectOptions = InspectOptions()) {
    self.mappings = mappings
    self.options = options
  }

  /// Looks at one file. Rows are read in batches; what is kept does not grow with their number,
  /// but for the keys of 小班, which are compared with one another.
  ///
  /// - Throws: `SourceError` where the file cannot be used.
  public func inspect(
    _ path: String, progress: InspectProgress = { _, _ in }
  ) throws -> FileInspection {
    var inspection = FileInspection(path: FileSet.shown(path))
    let layers = try layers(path)
    for layer in layers {
      if isSheet(path), let sheet = try sheet(path, layer) {
        inspection.sheets.append(sheet)
        continue
      }
      do {
        let inspector = try LayerInspector(
          path: path, layer: layer, options: options, mappings: mappings,
          allowsEmpty: layers.count > 1)
        inspection.layers.append(try inspector.inspect(progress: progress))
        inspection.refusal = inspection.refusal ?? inspector.refusal(shown: inspection.path)
      } catch let error as SourceError {
        // One empty sheet among others is no reason to refuse a workbook.
        guard error.problem == .empty, isWorkbook(path) else { throw error }
      }
    }
    guard !inspection.layers.isEmpty || !inspection.sheets.isEmpty else {
      throw SourceError(path: path, problem: .empty)
    }
    return inspection
  }

  private func isWorkbook(_ path: String) -> Bool {
    [".xlsx", ".xlsm", ".xls", ".ods"].contains { path.lowercased().hasSuffix($0) }
  }

  private func isSheet(_ path: String) -> Bool {
    if isWorkbook(path) { return true }
    guard [".csv", ".tsv", ".txt"].contains(where: { path.lowercased().hasSuffix($0) }) else {
      return false
    }
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    return (size ?? 0) <= Self.largestList
  }

  /// The layers to look at; nil stands for the only one.
  private func layers(_ path: String) throws(SourceError) -> [String?] {
    if let layer = options.layer { return [layer] }
    let lowered = path.lowercased()
    do {
      if isWorkbook(path) {
        _ = try SpreadsheetSource.cells(path: path)
      } else if lowered.hasSuffix(".gpkg") || lowered.hasSuffix(".gdb") {
        _ = try VectorSource(path: path, allowsEmpty: true)
      }
    } catch {
      if case .severalLayers(let names) = error.problem { return names }
      throw error
    }
    return [nil]
  }

  private func sheet(_ path: String, _ layer: String?) throws(SourceError) -> SheetInspection? {
    do {
      let grid = try SpreadsheetSource.cells(
        path: path, sheet: isWorkbook(path) ? layer : nil, encoding: options.encoding)
      return SheetInspector.inspect(grid)
    } catch {
      guard error.problem == .empty, layer != nil else { throw error }
      return nil
    }
  }
}
