import Synthesis

/// All batches of a county, kept by layer.
struct Drawn {
  let batches: [SyntheticTable]
  let record: SyntheticRecord

  init(_ county: SyntheticCounty) {
    var received: [SyntheticTable] = []
    record = county.generate { received.append($0) }
    batches = received
  }

  init(_ parameters: SynthesisParameters) {
    self.init(SyntheticPrefecture(parameters).counties[0])
  }

  /// Each row of a layer as the batch it is in and the position there.
  func rows(_ layer: SyntheticLayer) -> [(table: SyntheticTable, row: Int)] {
    batches.filter { $0.layer == layer }.flatMap { table in
      (0..<table.count).map { (table, $0) }
    }
  }

  func texts(_ layer: SyntheticLayer, _ field: String) -> [String] {
    rows(layer).compactMap { $0.table.text(field, $0.row) }
  }

  func numbers(_ layer: SyntheticLayer, _ field: String) -> [Double] {
    rows(layer).compactMap { $0.table.number(field, $0.row) }
  }

  func polygons(_ layer: SyntheticLayer) -> [Polygons] {
    rows(layer).map { Polygons($0.table, $0.row) }
  }

  func keys(_ layer: SyntheticLayer) -> [String] {
    rows(layer).map { row in
      ["CUN", "LIN_BAN", "XIAO_BAN"].compactMap { row.table.text($0, row.row) }.joined()
    }
  }
}
