internal import Accounting
internal import Archive
internal import Inventory
internal import Reporting

/// Which growth models served, for the head of the report.
enum GrowthModelFacts {
  /// - Parameter folder: the result folder of `quantify`.
  static func facts(folder: String) throws -> [ReportFact] {
    let connection = try Connection(
      path: folder + "/" + QuantitySchema.fileName, mode: .readOnly)
    let records = try GrowthTable.records(connection)
    guard !records.isEmpty else { return [] }
    let years =
      try connection.columns(
        "SELECT COALESCE(years, 0) FROM pairing", kinds: [.real]
      ).reals(0).first ?? 0
    let used = records.filter { $0.used > 0 }.map { record in
      "\(record.rung.chineseName)（\(subject(record))\(fit(record))）\(record.used) 个小班"
    }
    let failed = records.filter { !$0.problem.isEmpty }
    var facts = [
      ReportFact(
        "生长模型",
        used.isEmpty
          ? "没有小班用到"
          : used.joined(separator: "；")
            + "；回溯 \(Quantity.number(years, places: 0)) 年")
    ]
    if !failed.isEmpty {
      facts.append(
        ReportFact(
          "未能拟合",
          failed.map { "\(subject($0))：\($0.problem)" }.joined(separator: "；")))
    }
    return facts
  }

  private static func subject(_ record: GrowthCurveRecord) -> String {
    (record.groups.isEmpty ? "所有树种" : record.groups) + (record.origin?.chineseName ?? "")
  }

  private static func fit(_ record: GrowthCurveRecord) -> String {
    guard let statistics = record.statistics else { return "，\(record.standing.chineseName)" }
    return "，林分 \(statistics.stands)，R¹ \(Quantity.number(statistics.robustR1, places: 2))，"
      + "\(Quantity.number(statistics.youngest, places: 0))–"
      + "\(Quantity.number(statistics.oldest, places: 0)) 年"
  }
}
