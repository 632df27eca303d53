internal import Geospatial
internal import Inventory

/// Counts what a field holds, in bounded memory: values are counted while they are short and few,
/// and the first ones met are kept as examples.
struct FieldTally {
  /// More different values than this are no codes.
  static let distinctLimit = 2000
  /// Longer texts are no codes. Sixteen bytes are five Chinese characters.
  static let longestCode = 16

  /// Bytes of a text shown as an example.
  static let longestExample = 300

  private struct Key: Hashable {
    var high: UInt64 = 0
    var low: UInt64 = 0
  }

  private var counts: [Key: Int] = [:]
  private var lastKey = Key()
  private var lastCount = 0
  private(set) var isCounted = true
  private(set) var first: [String] = []
  private(set) var filled = 0
  private(set) var zeros = 0
  var damaged = 0
  private(set) var minimum = Double.infinity
  private(set) var maximum = -Double.infinity
  private(set) var sum = 0.0
  private var isNumber = false
  private(set) var areaMatches: [AreaUnit: Int] = [:]
  private(set) var areaCompared = 0

  mutating func add(_ column: SourceColumn, areas: [Double]) {
    switch column {
    case .text(let texts): add(texts)
    case .number(let numbers): add(numbers, areas)
    }
  }

  private mutating func add(_ texts: TextColumn) {
    for row in 0..<texts.count {
      let range = texts.byteRange(row)
      guard !range.isEmpty else { continue }
      filled += 1
      if first.count < 3 { addExample(texts, row) }
      guard isCounted else { continue }
      guard range.count <= Self.longestCode else {
        giveUp()
        continue
      }
      var key = Key()
      for byte in texts.bytes[range] {
        key.high = key.high << 8 | key.low >> 56
        key.low = key.low << 8 | UInt64(byte)
      }
      count(key)
    }
  }

  private mutating func addExample(_ texts: TextColumn, _ row: Int) {
    let range = texts.byteRange(row)
    // Nobody reads a million characters; half a character at the end is left out.
    let text =
      range.count <= Self.longestExample
      ? texts[row]
      : String(decoding: texts.bytes[range].prefix(Self.longestExample), as: UTF8.self)
        .replacing("\u{FFFD}", with: "") + "…"
    if !first.contains(text) { first.append(text) }
  }

  private mutating func add(_ numbers: [Double], _ areas: [Double]) {
    isNumber = true
    for (row, value) in numbers.enumerated() where !value.isNaN {
      filled += 1
      if value == 0 { zeros += 1 }
      minimum = min(minimum, value)
      maximum = max(maximum, value)
      sum += value
      if first.count < 3, value != 0 {
        let text = Self.text(value)
        if !first.contains(text) { first.append(text) }
      }
      if row < areas.count, areas[row] > 0, value > 0 {
        areaCompared += 1
        let ratio = value / areas[row]
        for unit in AreaUnit.allCases where abs(ratio * unit.hectares(1) - 1) <= 0.05 {
          areaMatches[unit, default: 0] += 1
        }
      }
      if isCounted { count(Key(high: 0, low: value.bitPattern)) }
    }
  }

  private mutating func count(_ key: Key) {
    // A survey runs through the same few codes again and again.
    if key == lastKey, lastCount > 0 {
      lastCount += 1
      return
    }
    settle()
    lastKey = key
    lastCount = 1
    if counts.count > Self.distinctLimit { giveUp() }
  }

  private mutating func settle() {
    if lastCount > 0 { counts[lastKey, default: 0] += lastCount }
    lastCount = 0
  }

  private mutating func giveUp() {
    isCounted = false
    counts = [:]
    lastCount = 0
  }

  /// All values with their counts, most frequent first, then in byte order; empty when there were
  /// too many.
  mutating func values() -> [FieldInspection.Value] {
    settle()
    if counts.count > Self.distinctLimit { giveUp() }
    return counts.map { FieldInspection.Value(value: text($0.key), count: $0.value) }.sorted {
      if $0.count != $1.count { return $0.count > $1.count }
      return $0.value.utf8.lexicographicallyPrecedes($1.value.utf8)
    }
  }

  /// The unit in which nine tenths of the values are the areas of the polygons.
  var areaUnit: AreaUnit? {
    AreaUnit.allCases.first { Double(areaMatches[$0] ?? 0) > 0.9 * Double(max(areaCompared, 1)) }
  }

  private func text(_ key: Key) -> String {
    if isNumber { return Self.text(Double(bitPattern: key.low)) }
    var bytes: [UInt8] = []
    for word in [key.high, key.low] {
      for shift in stride(from: 56, through: 0, by: -8) {
        let byte = UInt8(truncatingIfNeeded: word >> UInt64(shift))
        if byte != 0 || !bytes.isEmpty { bytes.append(byte) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A number as a code list would have it: `12`, not `12.0`.
  static func text(_ number: Double) -> String {
    Int64(exactly: number).map { String($0) } ?? String(number)
  }
}
