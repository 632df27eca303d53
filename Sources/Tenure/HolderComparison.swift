/// Whether two sources name the same holders.
///
/// Sources shorten names: 张三户 is 张三, 上溪村委会 is 均溪镇上溪村村民委员会. Names that differ in
/// more than that are different.
enum HolderComparison {
  /// True also where one list ends in 等 and nothing speaks against the names that it gives.
  static func agree(_ one: HolderList, _ other: HolderList) -> Bool {
    if one == other { return true }
    let (first, second) = (one.holders, other.holders)
    func has(_ holder: Holder, _ among: [Holder]) -> Bool { among.contains { agree($0, holder) } }
    let firstIsIn = first.allSatisfy { has($0, second) }
    let secondIsIn = second.allSatisfy { has($0, first) }
    switch (one.isComplete, other.isComplete) {
    case (true, true): return firstIsIn && secondIsIn
    case (false, true): return firstIsIn
    case (true, false): return secondIsIn
    case (false, false): return firstIsIn || secondIsIn
    }
  }

  private static func agree(_ one: Holder, _ other: Holder) -> Bool {
    // Most are spelt alike.
    if one.type == other.type, one.name == other.name { return true }
    let (first, second) = (one.identity, other.identity)
    if first == second { return true }
    // A body may be printed with or without its county and town.
    guard isBody(one), isBody(other) else { return false }
    let (short, long) = first.count < second.count ? (first, second) : (second, first)
    return short.count >= 2 && long.hasSuffix(short)
  }

  private static func isBody(_ holder: Holder) -> Bool {
    holder.type == .state || holder.type == .collective || holder.type == .company
  }
}
