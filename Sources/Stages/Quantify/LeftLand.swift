internal import Accounting
internal import Inventory

/// Earlier stands, or parts of them, that no later 小班 continues.
struct LeftLand: Sendable {
  enum Kind: Int64, Sendable, CaseIterable {
    /// The later survey does not show the land.
    case missing = 1
    /// The later 小班 is smaller, and the later survey does not show the rest.
    case cutOff = 2
    /// The later survey shows the land, but under it no earlier state could be put together.
    case unpaired = 3
    /// The later row of the same key was quarantined.
    case withheld = 4

    var identifier: String {
      switch self {
      case .missing: "missing"
      case .cutOff: "cut-off"
      case .unpaired: "unpaired"
      case .withheld: "withheld"
      }
    }

    var chineseName: String {
      switch self {
      case .missing: "后期调查没有的前期小班"
      case .cutOff: "小班缩小、后期没有的部分"
      case .unpaired: "后期有图斑但未能配对的前期部分"
      case .withheld: "后期同号记录已隔离的前期小班"
      }
    }
  }

  struct Entry: Sendable, Equatable {
    /// Position in the earlier survey.
    var row: Int
    var kind: Kind
    /// Position in the later survey of the row that continues most of the stand; -1 for none.
    var later: Int
    /// ha
    var area: Double
  }

  private(set) var entries: [Entry] = []
  /// The earlier stands, with the area that is left.
  private(set) var stands = SubcompartmentColumns()

  init() {}

  /// Rows of the earlier survey of which more is not continued than a boundary drawn anew.
  /// - Parameter continued: ha of each earlier row that a later one continues.
  static func candidates(
    _ earlier: SubcompartmentColumns, continued: [Double], tolerance: Double
  ) -> [Int] {
    earlier.row.indices.filter { row in
      let area = earlier.area[row]
      guard area > 0 else { return continued[row] == 0 }
      return continued[row] == 0 || area - continued[row] > tolerance * area
    }
  }

  /// - Parameters:
  ///   - rows: as `candidates` gives them.
  ///   - continuing: of each earlier row, the later row that continues most of it; -1 for none.
  ///   - shown: part of each of these rows' polygon that the later survey shows under any number,
  ///     0 to 1; nil where that cannot be told.
  ///   - withheld: keys of later rows that were quarantined.
  init(
    _ rows: [Int], of earlier: SubcompartmentColumns, continued: [Double], continuing: [Int],
    shown: [Double?], withheld: KeyIndex, tolerance: Double
  ) {
    for (row, shown) in zip(rows, shown) {
      let area = earlier.area[row]
      let isWhole = continued[row] == 0
      if isWhole, withheld.number(earlier.key.bytes[earlier.key.byteRange(row)]) != nil {
        entries.append(Entry(row: row, kind: .withheld, later: -1, area: area))
        continue
      }
      let left = area - continued[row]
      let gone = shown.map { min(left, area * (1 - $0)) } ?? left
      let least = tolerance * area
      // A NaN area stays in the count.
      if !(gone <= least) {
        entries.append(
          Entry(
            row: row, kind: isWhole ? .missing : .cutOff, later: continuing[row], area: gone))
      }
      if left - gone > least {
        entries.append(
          Entry(row: row, kind: .unpaired, later: continuing[row], area: left - gone))
      }
    }
    stands = earlier.gathering(entries.map { Int32($0.row) })
    for (place, entry) in entries.enumerated() { stands.area[place] = entry.area }
  }

  /// Whether the settings make a loss of it.
  static func isLoss(_ kind: Kind, _ settings: PairingSettings) -> Bool {
    switch kind {
    case .missing: settings.notContinued == .loss
    case .cutOff: settings.cutOff == .loss
    case .unpaired, .withheld: false
    }
  }
}
