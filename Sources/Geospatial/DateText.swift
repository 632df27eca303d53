internal import CGDAL

/// Dates as ISO 8601.
enum DateText {
  static func iso(_ feature: OGRFeatureH, _ field: Int32) -> String {
    var year: Int32 = 0
    var month: Int32 = 0
    var day: Int32 = 0
    var hour: Int32 = 0
    var minute: Int32 = 0
    var second: Float = 0
    var zone: Int32 = 0
    guard
      OGR_F_GetFieldAsDateTimeEx(
        feature, field, &year, &month, &day, &hour, &minute, &second, &zone) != 0
    else { return "" }
    let date = padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    let definition = OGR_F_GetFieldDefnRef(feature, field)
    guard let definition, OGR_Fld_GetType(definition) == OFTDateTime else { return date }
    let time = padded(hour, 2) + ":" + padded(minute, 2) + ":" + padded(Int32(second), 2)
    return date + "T" + time + (zone == 100 ? "Z" : "")
  }

  private static func padded(_ number: Int32, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
