/// Finds the row that holds a text, for columns of keys with up to millions of rows.
///
/// A dictionary of `String` would make an object of every key; this keeps numbers of keys only and
/// compares bytes in the column itself (open addressing, linear probing). Beside each number lies
/// the upper half of the key's hash: a key of another hash is passed over without a look at its
/// bytes, and growing hashes nothing again.
public struct KeyIndex: Sendable {
  public private(set) var keys = TextColumn()
  /// Hash in the upper half, number of the key plus one in the lower; 0 where free.
  private var slots: [UInt64]
  private var mask: Int

  public init() {
    slots = [UInt64](repeating: 0, count: 16)
    mask = 15
  }

  /// Indexes a column; of equal keys the first row is the one found.
  public init(_ column: TextColumn) {
    self.init()
    reserve(rows: column.count)
    for row in 0..<column.count { insert(column.bytes[column.byteRange(row)]) }
  }

  public var count: Int { keys.count }

  /// The number of a key: its position among the distinct keys, in the order of insertion.
  public func number(_ key: ArraySlice<UInt8>) -> Int? {
    let entry = slots[place(of: key, Self.hash(key))]
    return entry == 0 ? nil : Self.number(entry)
  }

  public func number(_ key: String) -> Int? {
    number(Array(key.utf8)[...])
  }

  /// Adds a key.
  ///
  /// - Returns: its number, and whether it is new.
  @discardableResult
  public mutating func insert(_ key: ArraySlice<UInt8>) -> (number: Int, isNew: Bool) {
    if 2 * (keys.count + 1) > slots.count { resize(to: 2 * slots.count) }
    let hash = Self.hash(key)
    let place = place(of: key, hash)
    guard slots[place] == 0 else { return (Self.number(slots[place]), false) }
    slots[place] = hash << 32 | UInt64(keys.count + 1)
    keys.append(utf8: key)
    return (keys.count - 1, true)
  }

  private mutating func reserve(rows: Int) {
    var size = slots.count
    while size < 2 * rows { size *= 2 }
    if size > slots.count { resize(to: size) }
  }

  private mutating func resize(to size: Int) {
    let old = slots
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
    for entry in old where entry != 0 {
      var place = Int(entry >> 32) & mask
      while slots[place] != 0 { place = (place + 1) & mask }
      slots[place] = entry
    }
  }

  /// Where a key lies, or the free place where it would.
  private func place(of key: ArraySlice<UInt8>, _ hash: UInt64) -> Int {
    var place = Int(hash) & mask
    while slots[place] != 0 {
      if slots[place] >> 32 == hash, keys.bytes[keys.byteRange(Self.number(slots[place]))] == key {
        return place
      }
      place = (place + 1) & mask
    }
    return place
  }

  private static func number(_ entry: UInt64) -> Int { Int(entry & 0xFFFF_FFFF) - 1 }

  /// FNV-1a folded to 32 bits, so that keys differing in their last digits spread out.
  private static func hash(_ key: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return (hash ^ hash >> 32) & 0xFFFF_FFFF
  }
}
