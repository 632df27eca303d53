public import Inventory

extension CodeList {
  /// For a list of replaced place codes: the code in force for one that begins with a listed code.
  /// Of several entries that fit, the longest counts: village, town, county. Nil where none fits.
  public func placeInForce(_ code: String) -> String? {
    for length in [12, 9, 6] {
      guard let entry = self[String(code.prefix(length))] else { continue }
      return entry.meaning + code.dropFirst(length)
    }
    return nil
  }
}
