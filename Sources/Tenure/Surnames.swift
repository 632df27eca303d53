/// Family names, to tell a person's name from a place or an unknown body.
enum Surnames {
  /// A common family name and one or two further characters, or a name with a middle dot.
  static func looksLikePerson(_ key: String) -> Bool {
    let characters = Array(key)
    if characters.contains("·") {
      let parts = key.split(separator: "·", omittingEmptySubsequences: false)
      return parts.count <= 4 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isHan) }
    }
    guard (2...4).contains(characters.count), characters.allSatisfy(\.isHan) else { return false }
    if places.contains(key) || placeEndings.contains(characters[characters.count - 1]) {
      return false
    }
    if characters.count >= 3, double.contains(String(characters[0...1])) { return true }
    return characters.count <= 3 && single.contains(characters[0])
  }

  static func isSurname(_ character: Character) -> Bool { single.contains(character) }

  private static let single = Set(
    """
    王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江\
    傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫\
    易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管符辛苗詹曲欧靳祁路涂兰甘裴梅童\
    翁霍游阮尤岳柯牟滕谷舒卜成饶宁凌盛查单冉鲍华包屈房喻解蒲卫简时连车项闵邬吉党阳司费蒙席晏隋古强穆姬宫景米麦谈\
    柏瞿艾沙鄢桂窦郁缪畅巩卓褚栾戚全娄甄郎池丛边岑农苟迟保商臧佘卞虞刁冷应匡栗仇练楚揭师官佟封燕桑巫敖原植邝仲荆\
    储宗楼干苑寇盖南屠鞠荣井乐银奚明麻雍花闻冼木郜廉衣蔺和冀占公门帅利满肖付代岳丘邸闫钟
    """)

  private static let double: Set<String> = [
    "欧阳", "上官", "司徒", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "夏侯", "慕容", "宇文",
  ]

  /// Short names of places that begin like a family name.
  private static let places: Set<String> = [
    "江西", "江苏", "安徽", "云南", "海南", "湖南", "山东", "山西", "河南", "河北", "甘肃", "宁夏", "吉林",
    "温州", "惠州", "梅州", "连平", "龙川", "和平", "江门", "广东", "福建",
  ]
  private static let placeEndings: Set<Character> = [
    "省", "市", "县", "区", "镇", "乡", "州", "旗", "村", "组", "队", "社", "场", "局", "站",
  ]
}
