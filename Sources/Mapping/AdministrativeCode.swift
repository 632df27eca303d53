/// 行政区划代码 of a village in 12 digits: county 6, town 3, village 3.
///
/// Sources hold the full code, or the local part of three digits with county and town in columns
/// of their own, or the town column with 9 or 3 digits (LY/T 1955, schema 2+…+3 and 6/9/12).
public enum AdministrativeCode {
  /// The village's 12 digits, appended to `output`; what was found where it cannot be completed.
  ///
  /// - Returns: whether the code is complete.
  @discardableResult
  public static func appendVillage(
    county: ArraySlice<UInt8>, town: ArraySlice<UInt8>, village: ArraySlice<UInt8>,
    to output: inout [UInt8]
  ) -> Bool {
    guard isDigits(village) else {
      output.append(contentsOf: village)
      return false
    }
    if village.count == 12 {
      output.append(contentsOf: village)
      return true
    }
    guard village.count == 3, isDigits(town) else {
      output.append(contentsOf: village)
      return false
    }
    switch town.count {
    case 9:
      output.append(contentsOf: town)
    case 3 where county.count == 6 && isDigits(county):
      output.append(contentsOf: county)
      output.append(contentsOf: town)
    default:
      output.append(contentsOf: village)
      return false
    }
    output.append(contentsOf: village)
    return true
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
