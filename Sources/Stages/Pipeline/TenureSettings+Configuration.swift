internal import Configuration
internal import Tenure

extension TenureSettings {
  /// - Parameter reader: the `tenure` block of a pipeline.
  init(_ reader: ConfigurationReader) throws {
    self.init()
    sliverHectares =
      try reader.optionalNumber("sliverHectares", in: 0...1) ?? sliverHectares
    sliverShare =
      try reader.optionalNumber("sliverShare", in: 0...0.5) ?? sliverShare
    clearShare =
      try reader.optionalNumber("clearShare", in: 0.5...1) ?? clearShare
    titleUntil = try reader.optionalInteger("titleUntil", in: 1950...2200)
    enclosureVillages =
      try reader.optionalInteger("enclosureVillages", in: 2...10_000) ?? enclosureVillages
    enclosureHectares =
      try reader.optionalNumber("enclosureHectares", in: 0...1e6) ?? enclosureHectares
    enclosureVillageShare =
      try reader.optionalNumber("enclosureVillageShare", in: 0...1)
      ?? enclosureVillageShare
    enclosureSingleShare =
      try reader.optionalNumber("enclosureSingleShare", in: 0...1)
      ?? enclosureSingleShare
    enclosureCountyShare =
      try reader.optionalNumber("enclosureCountyShare", in: 0...1)
      ?? enclosureCountyShare
    areaTolerance =
      try reader.optionalNumber("areaTolerance", in: 0...1) ?? areaTolerance
    if let text = try reader.optionalString("recentFrom") {
      guard let day = CalendarDate(iso: text) else {
        throw reader.error(
          .outOfRange(value: text, allowed: "a day such as 2021-01-01"), at: "recentFrom")
      }
      recentFrom = day
    }
    rowsPerShard =
      try reader.optionalInteger("rowsPerShard", in: 1...10_000_000) ?? rowsPerShard
    try reader.finish()
  }
}
