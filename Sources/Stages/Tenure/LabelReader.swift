internal import Tenure

/// One thread's access to what texts may call the 小班.
final class LabelReader {
  private let reader: InventoryReader

  init(folder: String) throws { reader = try InventoryReader(folder: folder) }

  func labels(
    _ year: Int, rows: ClosedRange<Int64>, villageNames: [String: String]
  ) throws -> SubcompartmentLabels {
    try reader.labels(year, rows: rows, villageNames: villageNames)
  }
}
