/// Says on the first page that much of the land is missing from every figure.
enum SetAsideWarning {
  /// A larger share than this, of a file's hectares or rows, is said aloud.
  static let limit = 0.05
  /// More files than this are only counted.
  private static let most = 4

  /// Nil where no file has so much set aside.
  static func text(_ sources: [SourceFacts]) -> String? {
    let large = sources.compactMap { source -> (path: String, outcome: RowOutcome)? in
      guard let outcome = source.outcome, share(outcome) > limit else { return nil }
      return (source.path, outcome)
    }
    guard !large.isEmpty else { return nil }
    let parts = large.prefix(most).map { path, outcome in
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return "\(name) 隔离 \(Quantity.number(Double(outcome.quarantined.rows))) 条、"
        + "\(Quantity.hectares(outcome.quarantined.hectares)) 公顷"
        + "（占 \(Quantity.percent(fraction: share(outcome)))）"
    }
    let more = large.count > most ? "等 \(large.count) 个文件" : ""
    return "数据提醒：\(parts.joined(separator: "；"))\(more)。被隔离的小班不在任何数字之内，"
      + "请按 quarantine.gpkg 改正后重新运行。"
  }

  /// The larger of the shares of hectares and of rows: rows may be set aside for want of an area.
  private static func share(_ outcome: RowOutcome) -> Double {
    func share(_ value: (RowOutcome.Part) -> Double) -> Double {
      let sum = [outcome.accepted, outcome.repaired, outcome.quarantined].reduce(0) {
        $0 + value($1)
      }
      return sum > 0 ? value(outcome.quarantined) / sum : 0
    }
    return max(share(\.hectares), share { Double($0.rows) })
  }
}
