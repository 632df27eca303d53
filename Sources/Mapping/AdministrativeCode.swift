/// 行政区划代码 of a village in 12 digits: county 6, town 3, village 3.
///
/// Sources hold the full code, or the local part of three digits with county and town in columns
/// of their own, or the town column with 9 or 3 digits (LY/T 1955, schema 2+…+3 and 6/9/12). Where
/// a column became numeric on its way, local parts have lost their leading zeros.
public enum AdministrativeCode {
  /// The village's 12 digits, appended to `output`; what was found where it cannot be completed.
  ///
  /// - Returns: how the code came about.
  @discardableResult
  public static func appendVillage(
    county: ArraySlice<UInt8>, town: ArraySlice<UInt8>, village: ArraySlice<UInt8>,
    to output: inout [UInt8]
  ) -> VillageForm {
    guard isDigits(village), village.count <= 3, isDigits(town) else {
      output.append(contentsOf: village)
      return village.count == 12 && isDigits(village) ? .full : .incomplete
    }
    switch town.count {
    case 9:
      output.append(contentsOf: town)
    case 1...3 where county.count == 6 && isDigits(county):
      output.append(contentsOf: county)
      appendLocal(town, to: &output)
    default:
      output.append(contentsOf: village)
      return .incomplete
    }
    appendLocal(village, to: &output)
    return village.count < 3 || town.count < 3 ? .padded : .local
  }

  /// A local part in three digits.
  private static func appendLocal(_ part: ArraySlice<UInt8>, to output: inout [UInt8]) {
    for _ in part.count..<3 { output.append(0x30) }
    output.append(contentsOf: part)
  }

  /// The first six digits of a village code; empty where there are fewer.
  public static func county(ofVillage code: String) -> String {
    code.utf8.count >= 6 ? String(code.prefix(6)) : ""
  }

  /// The first nine digits of a village code; empty where there are fewer.
  public static func town(ofVillage code: String) -> String {
    code.utf8.count >= 9 ? String(code.prefix(9)) : ""
  }

  private static func isDigits(_ text: ArraySlice<UInt8>) -> Bool {
    guard !text.isEmpty else { return false }
    for byte in text where byte < 0x30 || byte > 0x39 { return false }
    return true
  }
}
