/// The cells of holders that were read already. A register repeats them: one holder has several
/// rights in a parcel and several parcels.
struct HolderMemory {
  private let splitter: HolderSplitter
  private var lists: [String: HolderList] = [:]

  init(_ splitter: HolderSplitter) { self.splitter = splitter }

  /// - Parameter code: the register's code of the holder type, where there is one.
  mutating func split(_ cell: String, code: String = "") -> HolderList {
    guard code.isEmpty else { return splitter.split(cell, code: code) }
    if let known = lists[cell] { return known }
    let list = splitter.split(cell)
    lists[cell] = list
    return list
  }
}
