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

  public static let damagedRecord = RuleDefinition(
    "damaged-record", "图形记录损坏",
    summary: "The file has something in place of this row's shape that nobody can read.",
    chineseRemedy: "从原始数据重新导出该小班图形；其余各行照常读入。",
    defaultPolicy: .quarantine)

  public static let zeroAreaGeometry = RuleDefinition(
    "zero-area-geometry", "图形面积为零",
    summary: "The row has a polygon that encloses nothing: all its points lie on one line or spot.",
    chineseRemedy: "重新绘制该小班图形。",
    defaultPolicy: .quarantine)

  public static let misplacedRow = RuleDefinition(
    "misplaced-row", "图形远离本文件其他小班",
    summary:
      "The polygon lies outside the area of the coordinate system, in another notation than the "
      + "other rows, or 20 km and more from all others.",
    chineseRemedy: "核对该小班坐标（带号、六位东坐标、坐标为 0、经纬度混入）。",
    defaultPolicy: .quarantine)

  public static let outsideOwnVillage = RuleDefinition(
    "outside-own-village", "图形不在所填村内",
    summary:
      "A point inside the polygon lies outside the boundary of the village that the row names.",
    chineseRemedy: "核对村代码、村界与小班图形。",
    defaultPolicy: .warn)

  // MARK: Whole files

  public static let unreadableColumn = RuleDefinition(
    "unreadable-column", "整列数值无法读出",
    summary: "More than half of the cells of a number column that are not blank are no numbers.",
    chineseRemedy: "核对映射文件中该字段对应的列；该列应为数字。",
    defaultPolicy: .stop, scope: .file)

  public static let fileOutsideVillages = RuleDefinition(
    "file-outside-villages", "多数小班不在所填村内",
    summary: "More than half of the polygons lie outside the village that their rows name.",
    chineseRemedy: "核对小班与村界的坐标系、带号、平移，或村代码。",
    defaultPolicy: .stop, scope: .file)

  public static let layerElsewhere = RuleDefinition(
    "layer-elsewhere", "图层与小班不在同一处",
    summary:
      "A layer of villages, parcels, exclusion zones or credited land lies 1 km or more from all "
      + "小班: nothing in it can meet them.",
    chineseRemedy: "核对该图层的 .prj、带号与 epsg，或是否选错了文件。",
    defaultPolicy: .stop, scope: .file)

  public static let areasNotHectares = RuleDefinition(
    "areas-not-hectares", "面积单位不是公顷",
    summary:
      "Half of the recorded areas are above 1000 ha, or the total volumes say that areas are 15 or "
      + "10 000 times too large, and no polygons are there to mend them by.",
    chineseRemedy: "在映射文件中写明 area 的 unit（mu 或 square-metre）。",
    defaultPolicy: .stop, scope: .file)

  public static let largeAreas = RuleDefinition(
    "large-areas", "小班面积普遍偏大",
    summary: "Half of the recorded areas are above 35 ha, the most that the technical rules allow.",
    chineseRemedy: "核对面积单位：若为亩，在映射文件中写 unit: \"mu\"。",
    defaultPolicy: .stop, scope: .file)

  public static let canopyInPercent = RuleDefinition(
    "canopy-in-percent", "郁闭度整列为百分数",
    summary: "Nearly all canopy densities are above 1: the whole column is read as percent.",
    chineseRemedy: "无须处理：已按百分数读入；建议在映射文件中写 unit: \"percent\"。",
    defaultPolicy: .warn, severity: .information, scope: .file)

  public static let codeNotation = RuleDefinition(
    "code-notation", "代码写法与代码表不同",
    summary:
      "The land class codes of most rows are not in the list, but are with zeros taken from the end "
      + "and put in front, or the other way round.",
    chineseRemedy: "改用与数据写法一致的代码表（如 1110 与 0111 是两种写法），或在代码表中补充。",
    defaultPolicy: .stop, scope: .file)

  public static let sameFileTwice = RuleDefinition(
    "same-survey-twice", "两期调查为同一份数据",
    summary: "Two surveys have the same 小班 with the same areas and volumes in every row.",
    chineseRemedy: "核对两期文件路径；同一份数据不能算作两期。",
    defaultPolicy: .warn, scope: .file)

  public static let fileAreaUnit = RuleDefinition(
    "file-area-unit", "整个文件的面积单位有误",
    summary: "The median of recorded area over polygon area is 15, 1/15, 10 000 or 1/10 000.",
    chineseRemedy: "改正映射文件中 area 的 unit（hectare、mu 或 square-metre）。",
    defaultPolicy: .warn, scope: .file)

  public static let implausibleSpecies = RuleDefinition(
    "implausible-species", "树种代码表疑不匹配",
    summary:
      "More than 1 % of the area in 福建, 广东 or 广西 is of species of the north or of high mountains, "
      + "or most of it is of species that no county there has so much of.",
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
    damagedText, unknownVillage, damagedRecord, zeroAreaGeometry, misplacedRow, outsideOwnVillage,
  ]

  /// Rules about a file or a pair of surveys.
  static let ofFiles = [
    fileAreaUnit, implausibleSpecies, copiedField, constantField, missingAges, keyNotUnique,
    localVillageCodes, surveysDoNotMatch, assumedDatum, encodingClaim, cutColumnName, mapUnitArea,
    placeAgainstCodes, unreadableColumn, fileOutsideVillages, layerElsewhere, areasNotHectares,
    largeAreas, canopyInPercent, codeNotation, sameFileTwice, overlappingGeometry, coverageGap,
  ]
}
