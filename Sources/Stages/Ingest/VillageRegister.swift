internal import Geometry
internal import Inventory

/// The villages that a pipeline declares, by code.
struct VillageRegister: Sendable {
  struct Entry: Sendable {
    var village: Village
    /// 革命老区; nil where the source does not say.
    var isOldRevolutionaryArea: Bool?
    /// 原省定贫困村; nil where the source does not say.
    var wasPoorVillage: Bool?
    /// Boundary in the working coordinate system; empty without one.
    var boundary: [UInt8]
  }

  /// Sorted by code.
  private(set) var villages: [Entry] = []
  /// What was wrong with boundaries, for the report.
  var notes: [String] = []
  private var index = KeyIndex()

  init() {}

  /// - Parameter entries: in any order; of equal codes the first one counts.
  init(_ entries: [Entry]) {
    var seen = Set<String>()
    villages = entries.filter { seen.insert($0.village.code).inserted }
      .sorted { $0.village.code < $1.village.code }
    for entry in villages { index.insert(Array(entry.village.code.utf8)[...]) }
  }

  func contains(_ code: ArraySlice<UInt8>) -> Bool { index.number(code) != nil }
}
