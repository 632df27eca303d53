internal import Archive
internal import Foundation

/// Writes down what `CoverageCheck` measured.
enum CoverageText {
  /// Hectares to the square metre.
  static func hectares(_ value: Double) -> String {
    let rounded = (value * 10_000).rounded() / 10_000
    return "\(rounded)"
  }

  static func line(_ check: CoverageCheck, survey: Int) -> String {
    let villages = check.villages
    func sum(_ value: (VillageCoverage) -> Double) -> String {
      hectares(villages.reduce(0) { $0 + value($1) })
    }
    func count(_ value: (VillageCoverage) -> Int) -> Int { villages.reduce(0) { $0 + value($1) } }
    return "\(survey): \(check.overlaps.count) overlaps of 0.01 ha or more, "
      + "\(count(\.gaps)) gaps below 1 亩 (\(sum(\.gapHectares)) ha) and "
      + "\(count(\.blanks)) larger blanks (\(sum(\.blankHectares)) ha) inside "
      + "\(villages.count) villages"
  }

  /// Fills `village_coverage`.
  static func write(
    _ villages: [VillageCoverage], survey: Int, to connection: borrowing Connection
  ) throws {
    let insert = try connection.prepare(
      "INSERT INTO village_coverage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for village in villages {
      try insert.bindAll([
        .integer(Int64(survey)), .text(village.village), .integer(Int64(village.subcompartments)),
        .real(village.hectares), .integer(Int64(village.overlaps)),
        .integer(Int64(village.slivers)), .real(village.overlapHectares),
        .integer(Int64(village.gaps)), .real(village.gapHectares),
        .integer(Int64(village.blanks)), .real(village.blankHectares),
        .real(village.boundaryHectares), .real(village.uncoveredHectares),
      ])
      try insert.run()
    }
  }
}
