/// Names that belong to no real county: every county's begins with 拟, "made up".
enum PlaceNames {
  static let prefecture = "拟州市"
  private static let counties = Array("安平宁和兴昌永丰泰康清乐顺化明源新城泉阳")
  private static let first = Array("青白双石长新大上下东西南北龙凤金银红黄黑高深小中")
  private static let second = Array("溪岭坪坑田陂岗塘湖岩洋坝径畲")
  private static let villageFirst = Array("竹杉松樟枫荷桐梅桃李梨柿茶油橘兰菊莲麻麦稻禾谷豆瓜藤萝芦苇茅")
  private static let villageSecond = Array("坑坪背洋湾头尾窝排嶂屋寨布径塘陂岗垇")
  private static let family = Array("钟赖曾廖邱温丘魏范邹巫罗叶刘黄李张陈")
  private static let given = Array("松柏林森木荣茂青山水石生春秋福寿祥和明光")

  static func county(_ number: Int) -> String {
    let round = number / counties.count
    let name = "拟\(counties[number % counties.count])"
    return round == 0 ? name : name + String(second[(round - 1) % second.count])
  }

  /// Distinct for the first 336 towns of a county.
  static func town(_ number: Int, _ noise: Noise) -> String {
    let all = first.count * second.count
    let one = (noise.below(all, 1) + number * 89) % all
    return "\(first[one / second.count])\(second[one % second.count])"
  }

  /// Distinct for the first 500 villages of a county; later names get a third character.
  static func village(_ number: Int, _ noise: Noise) -> String {
    let all = villageFirst.count * villageSecond.count
    let one = (noise.below(all, 2) + number * 101) % all
    let round = number / all
    let tail = round == 0 ? "" : String(first[(round - 1) % first.count])
    return
      "\(tail)\(villageFirst[one / villageSecond.count])\(villageSecond[one % villageSecond.count])"
  }

  static func person(_ random: inout RandomStream) -> String {
    "\(random.among(family))\(random.among(given))\(random.below(3) == 0 ? "" : String(random.among(given)))"
  }
}
