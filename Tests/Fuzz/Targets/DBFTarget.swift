@testable import Geospatial

#if canImport(Glibc)
  import Glibc
#endif

/// A .dbf of any bytes, alone: refused with a reason or read to its end.
enum DBFTarget {
  static func run(_ bytes: [UInt8]) throws(Violation) {
    let folder = FuzzFolder.shared
    folder.write(bytes, to: "t.dbf")
    do throws(DBFTable.Failure) {
      let table = try DBFTable(folder.path("t.dbf"))
      let survey = try table.survey()
      try check(table, survey)
    } catch {
      if case .undecided(let broken) = error, broken.hasPrefix("!") { throw Violation(broken) }
      return
    }
    do throws(SourceError) {
      var source = try VectorSource(path: folder.path("t.dbf"), allowsEmpty: true)
      let rows = min(source.description.rowCount, 64)
      let fields = Array(source.description.fields.indices)
      let batch = try source.read(0..<rows, fields: fields, geometry: false)
      try? RowProperties.check(batch, source.description)
    } catch {
      return
    }
  }

  private static func check(
    _ table: borrowing DBFTable, _ survey: DBFTable.Survey
  ) throws(DBFTable.Failure) {
    guard survey.liveCount <= table.recordCount else {
      throw .undecided("! more rows than there are")
    }
  }
}
