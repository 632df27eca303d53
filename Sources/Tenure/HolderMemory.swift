internal import Inventory

/// The cells of holders that were read already. A register repeats them: one holder has several
/// rights in a parcel and several parcels.
struct HolderMemory {
  private let splitter: HolderSplitter
  private var cells = KeyIndex()
  /// By number of the cell.
  private var lists: [HolderList] = []

  init(_ splitter: HolderSplitter) { self.splitter = splitter }

  /// - Parameter code: the register's code of the holder type, where there is one.
  mutating func split(_ cell: String, code: String = "") -> HolderList {
    guard code.isEmpty else { return splitter.split(cell, code: code) }
    let (number, isNew) = cells.insert(Array(cell.utf8)[...])
    if isNew { lists.append(splitter.split(cell)) }
    return lists[number]
  }
}
