internal import Archive
internal import Tenure

extension TenureSchema {
  static func writeSources(
    _ connection: borrowing Connection, _ evidence: TenureEvidence
  ) throws {
    let insert = try connection.prepare(
      "INSERT INTO tenure_source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let skip = try connection.prepare("INSERT INTO skipped_row VALUES (?, ?, ?)")
    for (number, source) in evidence.sources.enumerated() {
      try insert.bindAll([
        .integer(Int64(number)), .text(source.role), .text(source.path), .text(source.layer),
        .integer(Int64(source.rows)), .integer(Int64(source.records)),
        .integer(Int64(source.skipped.count)), .text(source.encoding), .text(source.coordinates),
      ])
      try insert.run()
      for row in source.skipped {
        try skip.bindAll([
          .integer(Int64(number)), .integer(Int64(row.row)), .text(row.reason.chineseText),
        ])
        try skip.run()
      }
    }
  }

  static func writeWarnings(
    _ connection: borrowing Connection, _ warnings: [EnclosureWarning], _ villages: [String]
  ) throws {
    func codes(_ places: [Int32]) -> String {
      places.map { villages[Int($0)] }.joined(separator: " ")
    }
    let insert = try connection.prepare(
      "INSERT INTO enclosure_warning VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (number, warning) in warnings.enumerated() {
      try insert.bindAll([
        .integer(Int64(number)), .text(warning.holder), .text(warning.type.rawValue),
        .text(warning.signs.map(\.rawValue).joined(separator: " ")),
        .text(codes(warning.villages)), .integer(Int64(warning.villages.count)),
        .real(warning.area), .real(warning.areaShare), .real(warning.recentArea),
        .text(codes(warning.recentVillages)),
        .text(
          warning.villageShares.map { String(($0 * 1e6).rounded() / 1e6) }
            .joined(separator: " ")),
        .text(codes(warning.markedVillages)),
      ])
      try insert.run()
    }
  }

  static func writeFacts(
    _ connection: borrowing Connection, _ facts: [(name: String, value: Bool)]
  ) throws {
    let insert = try connection.prepare("INSERT INTO fact VALUES (?, ?)")
    for (name, value) in facts {
      try insert.bindAll([.text(name), .text(value ? "1" : "0")])
      try insert.run()
    }
  }
}
