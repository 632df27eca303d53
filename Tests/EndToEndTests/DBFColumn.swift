import Foundation

/// Where a column of a .dbf lies, so that a test can spoil a value.
struct DBFColumn {
  let width: Int
  private let first: Int
  private let record: Int

  init?(named name: String, in bytes: Data) {
    func number(_ place: Int) -> Int { Int(bytes[place]) | Int(bytes[place + 1]) << 8 }
    let header = number(8)
    record = number(10)
    var offset = header + 1
    var place = 32
    while place + 32 <= header, bytes[place] != 0x0D {
      let label = bytes[place..<place + 11].prefix { $0 != 0 }
      let size = Int(bytes[place + 16])
      if String(decoding: label, as: UTF8.self) == name {
        width = size
        first = offset
        return
      }
      offset += size
      place += 32
    }
    return nil
  }

  func range(row: Int) -> Range<Int> {
    let start = first + row * record
    return start..<start + width
  }
}
