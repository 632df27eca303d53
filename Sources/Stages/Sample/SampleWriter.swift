internal import Foundation
internal import Geospatial
internal import Inventory
internal import Pipeline
internal import Reporting
public import Synthesis

/// Writes a made-up prefecture as files of the kinds a bureau has: GBK shapefiles without a .cpg,
/// an Excel tenure list, and a record of the faults that were planted.
public enum SampleWriter {
  /// - Parameters:
  ///   - folder: where the files go; created if need be.
  ///   - replacing: whether files of the same names may be replaced.
  ///   - progress: 小班 written so far, of the number asked for.
  /// - Returns: the names of the files written, in order.
  /// - Throws: `SampleExists`, `OutputError` or `FileError`.
  public static func write(
    _ parameters: SynthesisParameters, to folder: String, replacing: Bool,
    progress: (_ done: Int, _ total: Int) -> Void
  ) throws -> [String] {
    try Folder.create(folder)
    let prefecture = SyntheticPrefecture(parameters)
    var names: [String] = []
    var done = 0
    for county in prefecture.counties {
      var drawing = CountyDrawing(folder: folder, replacing: replacing)
      let record = try county.generate { table in
        try drawing.append(table)
        if table.layer == .firstSurvey {
          done += table.count
          progress(done, parameters.subcompartments)
        }
      }
      names += try drawing.finish()
      let list = "linquan_\(county.code).xlsx"
      try write(record.tenureList, sheet: "林权台账", to: folder + "/" + list, replacing)
      let faults = "planted-faults_\(county.code).json"
      try write(record, to: folder + "/" + faults, replacing)
      names += [list, faults]
    }
    return names
  }

  private static func write(
    _ cells: [[String]], sheet: String, to path: String, _ replacing: Bool
  ) throws {
    try clear(path, replacing)
    var archive = try ZipArchiveWriter(path: path)
    for part in PlainWorkbook.parts(cells, sheet: sheet) { try archive.add(part.path, part.bytes) }
    try archive.finish()
  }

  /// What a sample's maker knows and its reader should find out.
  private struct Record: Encodable {
    var faults: [PlantedFault]
    var redrawings: [SyntheticRecord.Redrawing]
  }

  private static func write(
    _ record: SyntheticRecord, to path: String, _ replacing: Bool
  ) throws {
    try clear(path, replacing)
    let text = try CanonicalJSON.pretty(
      Record(faults: record.faults, redrawings: record.redrawings))
    try AtomicFile.write(text, to: path)
  }

  static func clear(_ path: String, _ replacing: Bool) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    guard replacing else { throw SampleExists(path: path) }
    try Folder.remove(path)
  }
}
