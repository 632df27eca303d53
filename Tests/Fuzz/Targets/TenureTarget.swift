import Inventory
import Tenure

@testable import Geospatial

/// 林权 lists: every row of a sheet becomes a record or is named as skipped, and every cell is
/// something.
enum TenureTarget {
  static func run(_ bytes: [UInt8]) throws(Violation) {
    let text = String(decoding: bytes, as: UTF8.self)
    let area = AreaText(text, defaultUnit: .mu)
    if let hectares = area.hectares {
      try hold(hectares.isFinite && hectares >= 0, "\(text) is \(hectares) ha")
    }
    _ = TermEnd(text).date
    for certificate in CertificateNumber.list(text) {
      // Written out as it is compared, a number is still the same one.
      let again = CertificateNumber(certificate.key)
      _ = again
    }
    let rows = DelimitedText.rows(bytes)
    let result = Result { () throws(TenureListError) in try TenureListReader().read(rows) }
    guard case .success(let list) = result else { return }
    try hold(
      list.records.count + list.skippedRows.count + list.headingRows.count <= rows.count,
      "\(rows.count) rows became \(list.records.count) records and \(list.skippedRows.count) skipped"
    )
  }
}
