internal import Accounting
internal import Inventory
internal import Reporting

/// Which 小班 were computed with the coefficients of another species group, and how a band stands to
/// the method's floor, for the head of the report. Nothing of this is ever silent.
enum StandInFacts {
  /// - Parameter methods: each with what became of the rows of `stands`.
  static func facts(
    _ stands: SubcompartmentColumns, _ species: SpeciesTable,
    _ methods: [(method: MethodParameters, status: [QuantityStatus])]
  ) -> [ReportFact] {
    var facts: [ReportFact] = []
    for (method, status) in methods {
      let tally = StandInTally(
        stands, species: species, status: status, stock: method.stock)
      if tally.rows > 0 {
        facts.append(ReportFact("替代树种 \(method.shortName)", text(tally)))
      }
    }
    if facts.isEmpty { facts.append(ReportFact("替代树种", "没有小班以替代树种参数计算")) }
    for (method, _) in methods
    where method.floor == .subcompartment && method.uncertaintyModel != nil {
      facts.append(
        ReportFact(
          "区间与下限 \(method.shortName)",
          "负值在小班层面归零：每次抽样也先把各小班归零再相加，因此 P50 可高于结果值，区间只反映归零后的量"))
    }
    return facts
  }

  private static func text(_ tally: StandInTally) -> String {
    let share = tally.computedArea > 0 ? tally.area / tally.computedArea : 0
    let groups = tally.groups.map { "\($0.group)→\($0.use) \($0.rows) 个" }
    return "\(tally.rows) 个小班 \(Quantity.hectares(tally.area)) 公顷以替代树种参数计算，占已计量面积 "
      + Quantity.percent(fraction: share, places: 2) + "："
      + groups.joined(separator: "，")
  }
}
