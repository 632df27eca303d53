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
}
