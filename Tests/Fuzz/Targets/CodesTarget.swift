import Inventory

@testable import Mapping

/// Code lists and 行政区划代码: never more than twelve digits out of local parts, no trap.
enum CodesTarget {
  static func run(_ bytes: [UInt8]) throws(Violation) {
    let parts = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if parts.count >= 3 {
      var code: [UInt8] = []
      let form = AdministrativeCode.appendVillage(
        county: parts[0], town: parts[1], village: parts[2], to: &code)
      if form != .incomplete {
        try hold(code.count == 12, "\(form) with \(code.count) digits")
      }
      let text = String(decoding: code, as: UTF8.self)
      _ = AdministrativeCode.county(ofVillage: text)
      _ = AdministrativeCode.town(ofVillage: text)
    }
    do throws(CodeListTable.Problem) {
      let list = try CodeListTable.parse(bytes, identifier: "x")
      for code in list.entries.keys { _ = list.mainCode(of: code) }
    } catch {
      return
    }
  }
}
