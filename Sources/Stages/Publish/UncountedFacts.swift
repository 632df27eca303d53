internal import Accounting
internal import Inventory
internal import Reporting

/// Stands of which a method knows no coefficients, for the head of the report: those left out, and
/// those of which a second species is left out.
enum UncountedFacts {
  /// - Parameter methods: each with what became of the rows of `stands`.
  static func facts(
    _ stands: SubcompartmentColumns, _ species: SpeciesTable,
    _ methods: [(method: MethodParameters, status: [QuantityStatus])]
  ) -> [ReportFact] {
    var facts: [ReportFact] = []
    for (method, status) in methods {
      let isUnlisted = species.species.map { one in
        !one.group.isEmpty && method.stock.excludeOthers != nil
          && !method.stock.excluded.contains { $0.group == one.group }
          && !method.stock.coefficients.contains { $0.group == one.group }
      }
      for (one, name) in [
        (QuantityStatus.speciesNotCounted, "未列明树种 "), (.computedInPart, "伴生树种不计 "),
      ] {
        let (rows, hectares) = sum(one, status, stands) { row in
          one == .computedInPart || isUnlisted[Int(stands.species[row])]
        }
        guard rows > 0 else { continue }
        facts.append(
          ReportFact(
            name + method.shortName,
            "\(rows) 个小班 \(Quantity.hectares(hectares)) 公顷："
              + (one == .speciesNotCounted
                ? "参数文件没有该树种组，不计量（\(method.stock.excludeOthers ?? "")）" : "只计优势树种的蓄积")))
      }
    }
    return facts
  }

  private static func sum(
    _ wanted: QuantityStatus, _ status: [QuantityStatus], _ stands: SubcompartmentColumns,
    where isMeant: (Int) -> Bool
  ) -> (rows: Int, hectares: Double) {
    var (rows, area) = (0, CompensatedSum())
    for row in 0..<min(stands.count, status.count) where status[row] == wanted && isMeant(row) {
      rows += 1
      if stands.area[row].isFinite { area.add(stands.area[row]) }
    }
    return (rows, area.value)
  }
}
