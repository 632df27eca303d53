/// 行政区划代码 of a village in 12 digits: county 6, town 3, village 3.
///
/// Sources hold the full code, or the local part of three digits with county and town in columns
/// of their own, or the town column with 9 or 3 digits (LY/T 1955, schema 2+…+3 and 6/9/12). Where
/// a column became numeric on its way, local parts have lost their leading zeros. Statistics write
/// county and town in twelve digits with zeros at the end; 三调 writes the unit of location
/// (zldwdm) in nineteen, of which the first twelve are the village.
public enum AdministrativeCode {
  /// The village's 12 digits, appended to `output`; what was found where it cannot be completed.
  ///
  /// - Returns: how the code came about.
  @discardableResult
  public static func appendVillage(
    county: ArraySlice<UInt8>, town: ArraySlice<UInt8>, village: ArraySlice<UInt8>,
    to output: inout [UInt8]
  ) -> VillageForm {
    switch village.count {
    case 12 where isDigits(village):
      output.append(contentsOf: village)
      return .full
    case 19 where isDigits(village):
      output.append(contentsOf: village.prefix(12))
      return .local
    default: break
    }
    let town = withoutZeros(town, keeping: 9)
    guard isDigits(village), village.count <= 6, isDigits(town) || village.count > 3 else {
      output.append(contentsOf: village)
      return .incomplete
    }
    let county = withoutZeros(county, keeping: 6)
    let hasCounty = county.count == 6 && isDigits(county)
    if village.count > 3 {
      return appendTownAndVillage(hasCounty ? county : [], town, village, to: &output)
    }
    switch town.count {
    case 9:
      output.append(contentsOf: town)
    case 1...3 where hasCounty:
      output.append(contentsOf: county)
      appendLocal(town, to: &output)
    default:
      output.append(contentsOf: village)
      return .incomplete
    }
    appendLocal(village, to: &output)
    return village.count < 3 || town.count < 3 ? .padded : .local
  }

  /// Six digits in the village column: town and village, if the town column says so. Without it
  /// they might be the code of a county.
  private static func appendTownAndVillage(
    _ county: ArraySlice<UInt8>, _ town: ArraySlice<UInt8>, _ village: ArraySlice<UInt8>,
    to output: inout [UInt8]
  ) -> VillageForm {
    let local = village.prefix(3)
    if village.count == 6, town.count == 9, town.suffix(3).elementsEqual(local) {
      output.append(contentsOf: town)
    } else if village.count == 6, town.count == 3, !county.isEmpty, town.elementsEqual(local) {
      output.append(contentsOf: county)
      output.append(contentsOf: town)
    } else {
      output.append(contentsOf: village)
      return .incomplete
    }
    output.append(contentsOf: village.suffix(3))
    return .local
  }

  /// Whether a full code lies in the county and the town that columns of their own name. Names,
  /// blanks and local parts of one or two digits say nothing.
  public static func agrees(
    _ village: ArraySlice<UInt8>, county: ArraySlice<UInt8>, town: ArraySlice<UInt8>
  ) -> Bool {
    let county = withoutZeros(county, keeping: 6)
    if county.count == 6, isDigits(county), !village.starts(with: county) { return false }
    let town = withoutZeros(town, keeping: 9)
    guard isDigits(town) else { return true }
    switch town.count {
    case 9: return village.starts(with: town)
    case 3: return village.dropFirst(6).starts(with: town)
    default: return true
    }
  }

  /// A code of twelve digits that ends in zeros, without them.
  private static func withoutZeros(
    _ code: ArraySlice<UInt8>, keeping digits: Int
  ) -> ArraySlice<UInt8> {
    guard code.count == 12, isDigits(code) else { return code }
    for byte in code.dropFirst(digits) where byte != 0x30 { return code }
    return code.prefix(digits)
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
