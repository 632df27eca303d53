/// Finds the row that holds a text, for columns of keys with up to millions of rows.
///
/// A dictionary of `String` would make an object of every key; this keeps row numbers only and
/// compares bytes in the column itself (open addressing, linear probing).
public struct KeyIndex: Sendable {
  public private(set) var keys = TextColumn()
  private var slots: [Int32]
  private var mask: Int

  public init() {
    slots = [Int32](repeating: -1, count: 16)
    mask = 15
  }

  /// Indexes a column; of equal keys the first row is the one found.
  public init(_ column: TextColumn) {
    self.init()
    for row in 0..<column.count { insert(column.bytes[column.byteRange(row)]) }
  }

  public var count: Int { keys.count }

  /// The number of a key: its position among the distinct keys, in the order of insertion.
  public func number(_ key: ArraySlice<UInt8>) -> Int? {
    var slot = Self.hash(key) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if keys.bytes[keys.byteRange(number)] == key { return number }
      slot = (slot + 1) & mask
    }
    return nil
  }

  public func number(_ key: String) -> Int? {
    number(Array(key.utf8)[...])
  }

  /// Adds a key.
  ///
  /// - Returns: its number, and whether it is new.
  @discardableResult
  public mutating func insert(_ key: ArraySlice<UInt8>) -> (number: Int, isNew: Bool) {
    if 2 * (keys.count + 1) > slots.count { grow() }
    var slot = Self.hash(key) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if keys.bytes[keys.byteRange(number)] == key { return (number, false) }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(keys.count)
    keys.append(utf8: key)
    return (keys.count - 1, true)
  }

  private mutating func grow() {
    let size = slots.count * 2
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
    for number in 0..<keys.count {
      var slot = Self.hash(keys.bytes[keys.byteRange(number)]) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  /// FNV-1a with a final mix, so that keys differing in their last digits spread out.
  private static func hash(_ key: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 32
    return Int(truncatingIfNeeded: hash & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
