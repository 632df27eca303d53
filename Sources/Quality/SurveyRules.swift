internal import Inventory

/// Rules that need more than the mapped values of one row: the polygon, or all rows of a survey.
/// They are applied where those are at hand; what they are called and mean stands here.
public enum SurveyRules {
  public static let missingGeometry = RuleDefinition(
    "missing-geometry", "图形为空",
    summary: "The layer has polygons, but this row has none.",
    chineseRemedy: "补绘图形；无图形的小班无法叠加林权与保护地。",
    defaultPolicy: .warn)

  public static let invalidGeometry = RuleDefinition(
    "invalid-geometry", "图形自相交",
    summary: "The polygon crosses or touches itself.",
    chineseRemedy: "检查修复后的图形和面积，在原图层改正。",
    defaultPolicy: .repair,
    repair: "rebuilt as valid polygons; the area before and after is kept")

  public static let unusableGeometry = RuleDefinition(
    "unusable-geometry", "图形不是可用的面",
    summary:
      "The row has a point, a line, a ring of fewer than four points, or coordinates that are no "
      + "numbers where a polygon is needed.",
    chineseRemedy: "重新绘制该小班图形。",
    defaultPolicy: .quarantine)

  public static let duplicateGeometry = RuleDefinition(
    "duplicate-geometry", "图形重复",
    summary: "Another row of the same survey has exactly this polygon: its area counts twice.",
    chineseRemedy: "删除重复小班；同一地块的细班应分别绘制图形。",
    defaultPolicy: .warn)

  public static let duplicateKey = RuleDefinition(
    "duplicate-key", "小班号重复",
    summary: "Another row of the same survey has this key; the first one is kept.",
    chineseRemedy: "核对小班号，删除重复记录或改正编号。",
    defaultPolicy: .quarantine)

  public static let damagedText = RuleDefinition(
    "damaged-text", "文字残缺",
    summary: "A text holds bytes that are no character, such as one cut by the field's width.",
    chineseRemedy: "加宽字段后重新录入。",
    defaultPolicy: .warn)

  public static let unknownVillage = RuleDefinition(
    "unknown-village", "村代码不在村界图层中",
    summary: "The village code is not among the villages of the pipeline.",
    chineseRemedy: "核对村代码或补充村界。",
    defaultPolicy: .warn)

  // MARK: Whole files

  public static let fileAreaUnit = RuleDefinition(
    "file-area-unit", "整个文件的面积单位有误",
    summary: "The median of recorded area over polygon area is 15, 1/15, 10 000 or 1/10 000.",
    chineseRemedy: "改正映射文件中 area 的 unit（hectare、mu 或 square-metre）。",
    defaultPolicy: .warn, scope: .file)

  public static let implausibleSpecies = RuleDefinition(
    "implausible-species", "树种代码表疑不匹配",
    summary:
      "More than 1 % of the area in 福建, 广东 or 广西 is of species of the north or of high mountains.",
    chineseRemedy: "核对映射文件所用树种代码表（国家与广西代码含义不同）。",
    defaultPolicy: .warn, scope: .file)

  public static let copiedField = RuleDefinition(
    "copied-field", "小班蓄积抄自公顷蓄积",
    summary: "Total volume equals volume per hectare on more than 90 % of the rows.",
    chineseRemedy: "重新计算小班蓄积；计算以公顷蓄积为准。",
    defaultPolicy: .warn, scope: .file)

  public static let constantField = RuleDefinition(
    "constant-field", "整列为同一数值",
    summary: "One value fills a measured column on all rows that have one, of 100 or more.",
    chineseRemedy: "核对该列是否为批量填充。",
    defaultPolicy: .warn, scope: .file)

  public static let missingAges = RuleDefinition(
    "missing-ages", "多数乔木林无年龄",
    summary: "More than half of the stocked arbor forest has no mean age.",
    chineseRemedy: "补充平均年龄；全国林地变更数据不含年龄，须由二调成果补充。",
    defaultPolicy: .warn, scope: .file)

  public static let keyNotUnique = RuleDefinition(
    "key-not-unique", "小班号普遍重复",
    summary: "More than 1 % of the rows repeat the key of another row.",
    chineseRemedy: "在映射文件的 key 中补充字段（如细班 patch），或核对编号。",
    defaultPolicy: .warn, scope: .file)

  public static let localVillageCodes = RuleDefinition(
    "local-village-codes", "村代码为短码",
    summary: "Village codes were completed from three digits and the columns of county and town.",
    chineseRemedy: "无须处理；建议填 12 位代码。",
    defaultPolicy: .warn, severity: .information, scope: .file)

  public static let surveysDoNotMatch = RuleDefinition(
    "surveys-do-not-match", "两期小班对不上",
    summary: "Fewer than half of the 小班 of the smaller of two surveys are found in the other.",
    chineseRemedy: "核对两期的县乡村代码、林班小班编号方式和映射文件的 key。",
    defaultPolicy: .warn, scope: .file)

  public static let assumedDatum = RuleDefinition(
    "assumed-datum", "基准面未注明",
    summary:
      "The file records no datum; its coordinates were placed by their numbers, as CGCS2000.",
    chineseRemedy: "向数据生产单位确认基准面（西安80、北京54 与 2000 相差可达百米），在流程文件中写 epsg。",
    defaultPolicy: .warn, scope: .file)

  public static let encodingClaim = RuleDefinition(
    "encoding-claim", "编码标注有误",
    summary:
      "The .cpg or the language byte of the .dbf names an encoding that the texts contradict.",
    chineseRemedy: "无须处理：已按内容判定编码；建议改正 .cpg。",
    defaultPolicy: .warn, severity: .information, scope: .file)

  public static let cutColumnName = RuleDefinition(
    "cut-column-name", "字段名被截断",
    summary: "A column's name was cut in the middle of a character by the ten bytes of a .dbf.",
    chineseRemedy: "缩短字段名（GBK 至多 5 个汉字，UTF-8 至多 3 个），或改用 GeoPackage。",
    defaultPolicy: .warn, severity: .information, scope: .file)

  public static let mapUnitArea = RuleDefinition(
    "map-unit-area", "面积不是地面面积",
    summary:
      "The recorded areas are in square degrees or were measured on a Web Mercator map, as "
      + "SHAPE_Area is.",
    chineseRemedy: "改用小班面积字段，或在映射文件中写 areaBasis: \"geometric\"（按图形计算面积）。",
    defaultPolicy: .stop, scope: .file)

  public static let placeAgainstCodes = RuleDefinition(
    "place-against-codes", "图形位置与行政区划代码不符",
    summary: "The layer lies outside the province that its village codes name.",
    chineseRemedy: "核对 .prj、带号与 epsg；或核对县代码。",
    defaultPolicy: .warn, scope: .file)

  // MARK: Neighbours, where the pipeline has them compared

  public static let overlappingGeometry = RuleDefinition(
    "overlapping-geometry", "小班图形重叠",
    summary: "Two 小班 of a survey share 0.01 ha or more: the land counts twice.",
    chineseRemedy: "在原图层改正相邻小班的界线；重叠面积被重复计算。",
    defaultPolicy: .warn, scope: .file)

  public static let coverageGap = RuleDefinition(
    "coverage-gap", "村内小班之间有缝隙",
    summary: "The 小班 of a village enclose pieces of less than 1 亩 that none of them covers.",
    chineseRemedy: "在原图层改正相邻小班的界线。",
    defaultPolicy: .warn, severity: .information, scope: .file)

  /// Rules about one row that need its polygon, the village layer or the other rows.
  static let ofRows = [
    missingGeometry, unusableGeometry, invalidGeometry, duplicateGeometry, duplicateKey,
    damagedText, unknownVillage,
  ]

  /// Rules about a file or a pair of surveys.
  static let ofFiles = [
    fileAreaUnit, implausibleSpecies, copiedField, constantField, missingAges, keyNotUnique,
    localVillageCodes, surveysDoNotMatch, assumedDatum, encodingClaim, cutColumnName, mapUnitArea,
    placeAgainstCodes, overlappingGeometry, coverageGap,
  ]
}
