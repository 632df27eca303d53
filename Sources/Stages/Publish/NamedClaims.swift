internal import Archive

/// The certificates and holders that claim 小班, as shared outputs may name them. Slivers are no
/// claims worth a visit.
struct NamedClaims {
  private let certificates: ByteColumn
  private let holders: ByteColumn
  private let holderTypes: ByteColumn
  private let pseudonyms: HolderPseudonyms
  /// Positions of parcels, for each 小班 in the order of their numbers.
  private var parcels: [Int64: [Int32]] = [:]

  /// - Parameter connection: to the store of `tenure`.
  init(_ connection: borrowing Connection, _ pseudonyms: HolderPseudonyms) throws {
    self.pseudonyms = pseudonyms
    let set = try connection.columns(
      "SELECT number, certificate, holder, holder_type FROM parcel ORDER BY number",
      kinds: [.integer, .text, .text, .text])
    certificates = try set.texts(1)
    holders = try set.texts(2)
    holderTypes = try set.texts(3)
    var positions: [Int64: Int32] = [:]
    for (position, number) in try set.integers(0).enumerated() {
      positions[number] = Int32(position)
    }
    let claims = try connection.columns(
      of: "claim",
      [
        TableColumn("subcompartment", .integer), TableColumn("parcel", .integer),
        TableColumn("whole_share", .real),
      ])
    let (rows, numbers) = (try claims.integers(0), try claims.integers(1))
    for (claim, share) in try claims.reals(2).enumerated() where share.isNaN || share >= 0.01 {
      guard let parcel = positions[numbers[claim]] else { continue }
      parcels[rows[claim], default: []].append(parcel)
    }
    for row in parcels.keys { parcels[row]?.sort() }
  }

  /// Each once.
  func names(on row: Int64) -> (certificates: [String], holders: [String]) {
    var names: (certificates: [String], holders: [String]) = ([], [])
    func add(_ text: String, to list: inout [String]) {
      if !text.isEmpty, !list.contains(text) { list.append(text) }
    }
    for parcel in parcels[row] ?? [] {
      let parcel = Int(parcel)
      add(certificates[parcel], to: &names.certificates)
      add(
        pseudonyms.shown(holders[parcel], type: holderTypes[parcel]), to: &names.holders)
    }
    return names
  }
}
