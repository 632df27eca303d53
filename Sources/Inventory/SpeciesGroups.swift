/// 树种组: the words that species lists use for what coefficients are given for. Method files may add
/// groups of their own.
///
/// The names are those of the stem volume and biomass tables in use (第二次国家信息通报, AR-CM
/// methodologies), with the groups that are named in order to be left out.
public enum SpeciesGroups {
  /// Groups of one kind, for a person to choose from.
  public struct Family: Sendable, Equatable {
    public var chineseName: String
    public var groups: [String]
  }

  public static let families = [
    Family(
      chineseName: "针叶",
      groups: [
        "冷杉", "云杉", "铁杉", "油杉", "落叶松", "红松", "樟子松", "赤松", "黑松", "油松", "华山松", "马尾松",
        "云南松", "思茅松", "高山松", "国外松", "湿地松", "火炬松", "其他松类", "杉木", "柳杉", "水杉", "池杉",
        "柏木", "红豆杉", "其他杉类", "其他针叶", "针叶混",
      ]),
    Family(
      chineseName: "阔叶",
      groups: [
        "栎类", "槠类", "桦木", "水胡黄", "樟树", "楠木", "榆树", "木荷", "枫香", "檫木", "椴树", "桉树", "相思",
        "木麻黄", "杨树", "柳树", "泡桐", "桐类", "楝树", "硬阔类", "软阔类", "杂木", "阔叶树", "阔叶混",
      ]),
    Family(chineseName: "混交", groups: ["针阔混"]),
    Family(chineseName: "竹", groups: ["毛竹", "杂竹"]),
    Family(
      chineseName: "一般不由蓄积计量", groups: ["红树", "经济林", "灌木", "草本"]),
  ]

  public static var all: [String] { families.flatMap(\.groups) }
}
