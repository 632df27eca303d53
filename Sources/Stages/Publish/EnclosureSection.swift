internal import Archive
internal import Inventory
internal import Pipeline
internal import Reporting
internal import Tenure

/// Enclosure warnings as the report words them.
enum EnclosureSection {
  static func lines(
    _ context: StageContext, villages: [String: String], pseudonyms: HolderPseudonyms
  ) throws -> [EnclosureLine] {
    let connection = try Connection(
      path: try context.upstreamFolder(StageName.tenure.rawValue) + "/" + TenureSchema.fileName,
      mode: .readOnly)
    let set = try connection.columns(
      """
      SELECT holder, holder_type, signs, villages, village_shares, area_ha, area_share
      FROM enclosure_warning ORDER BY number
      """, kinds: [.text, .text, .text, .text, .text, .real, .real])
    let texts = try (0..<5).map { try set.texts($0) }
    let (areas, shares) = (try set.reals(5), try set.reals(6))
    return (0..<set.rows).map { row in
      let signs = texts[2][row].split(separator: " ").compactMap {
        EnclosureWarning.Sign(rawValue: String($0))?.chineseText
      }
      return EnclosureLine(
        holder: pseudonyms.shown(texts[0][row], type: texts[1][row]),
        holderType: HolderType(rawValue: texts[1][row])?.chineseName ?? "",
        signs: signs.joined(separator: "；"),
        villages: zip(
          texts[3][row].split(separator: " "), texts[4][row].split(separator: " ")
        ).map { code, share in
          let name = villages[String(code)] ?? String(code)
          guard let part = Double(share), part.isFinite else { return name }
          return "\(name) \(Quantity.percent(fraction: part, places: 1))"
        },
        hectares: areas[row], share: shares[row])
    }
  }
}
