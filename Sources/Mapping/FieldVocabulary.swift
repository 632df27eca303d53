internal import Inventory

/// The fields of each kind of source. Names, units and meanings are the program's; what a file
/// calls them is for its mapping to say.
public enum FieldVocabulary {
  /// 小班 of one survey.
  public static let inventory: [FieldDefinition] = [
    FieldDefinition("province", "省", .text),
    FieldDefinition("city", "市", .text),
    FieldDefinition("county", "县", .text),
    FieldDefinition("town", "乡镇", .text),
    FieldDefinition("village", "村", .text, required: true),
    FieldDefinition("compartment", "林班", .text),
    FieldDefinition("subcompartment", "小班", .text, required: true),
    FieldDefinition("patch", "细班", .text),
    FieldDefinition("area", "面积", .area, required: true),
    FieldDefinition(
      "landClass", "地类", .code(meanings: LandClass.allCases.map(\.rawValue)), required: true),
    FieldDefinition("species", "优势树种", .code(meanings: nil), required: true),
    FieldDefinition("secondSpecies", "伴生树种", .code(meanings: nil)),
    FieldDefinition("origin", "起源", .code(meanings: Origin.allCases.map(\.rawValue))),
    FieldDefinition(
      "forestClass", "森林类别", .code(meanings: ForestClass.allCases.map(\.rawValue))),
    FieldDefinition("ageGroup", "龄组", .code(meanings: AgeGroup.allCases.map(\.rawValue))),
    FieldDefinition(
      "keyLocation", "生态区位", .code(meanings: KeyLocation.allCases.map(\.rawValue))),
    FieldDefinition("forestCategory", "林种", .code(meanings: nil)),
    FieldDefinition("landOwnership", "土地权属", .code(meanings: nil)),
    FieldDefinition("volume", "每公顷蓄积", .volume, required: true),
    FieldDefinition("totalVolume", "小班蓄积", .number),
    FieldDefinition("secondVolume", "伴生树种蓄积", .volume),
    FieldDefinition("age", "平均年龄", .number),
    FieldDefinition("canopyDensity", "郁闭度", .ratio),
    FieldDefinition("diameter", "平均胸径", .number),
    FieldDefinition("height", "平均树高", .number),
    FieldDefinition("stems", "每公顷株数", .stems),
    FieldDefinition("plantingYear", "造林年度", .number),
    FieldDefinition("previousVolume", "前期蓄积", .volume),
    FieldDefinition("previousArea", "前期面积", .area),
    FieldDefinition(
      "previousLandClass", "前期地类", .code(meanings: LandClass.allCases.map(\.rawValue))),
    FieldDefinition("previousSpecies", "前期优势树种", .code(meanings: nil)),
  ]

  public static let villages: [FieldDefinition] = [
    FieldDefinition("village", "村代码", .text, required: true),
    FieldDefinition("villageName", "村名", .text, required: true),
    FieldDefinition("townName", "乡镇名", .text),
    FieldDefinition("countyName", "县名", .text),
    FieldDefinition("oldRevolutionaryArea", "革命老区", .text),
    FieldDefinition("formerPoorVillage", "原省定贫困村", .text),
  ]

  public static let tenureParcels: [FieldDefinition] = [
    FieldDefinition("parcel", "宗地号", .text),
    FieldDefinition("certificate", "林权证号", .text),
    FieldDefinition("landOwner", "林地所有权人", .text),
    FieldDefinition("landUser", "林地使用权人", .text),
    FieldDefinition("treeOwner", "林木所有权人", .text),
    FieldDefinition("treeUser", "林木使用权人", .text),
    FieldDefinition("holderType", "权利人类型", .code(meanings: nil)),
    FieldDefinition("area", "证载面积", .area),
    FieldDefinition("termStart", "起始日期", .text),
    FieldDefinition("termEnd", "终止日期", .text),
    FieldDefinition("disputed", "争议", .text),
    FieldDefinition("status", "权属状态", .text),
    FieldDefinition("registrationDate", "登记日期", .text),
    FieldDefinition("placeName", "小地名", .text),
    FieldDefinition("village", "村代码", .text),
    FieldDefinition("villageName", "村名", .text),
    FieldDefinition("compartment", "林班", .text),
    FieldDefinition("subcompartment", "小班", .text),
    FieldDefinition("remarks", "备注", .text),
  ]

  public static let tenureList: [FieldDefinition] = tenureParcels

  public static let exclusionZones: [FieldDefinition] = [
    FieldDefinition("name", "名称", .text),
    FieldDefinition("category", "类型", .text),
  ]

  public static let creditedLand: [FieldDefinition] = [
    FieldDefinition("mechanism", "机制", .text, required: true),
    FieldDefinition("firstYear", "起始年份", .number, required: true),
    FieldDefinition("lastYear", "终止年份", .number, required: true),
    FieldDefinition("tonnes", "减排量", .number),
    FieldDefinition("key", "小班键", .text),
    FieldDefinition("village", "村代码", .text),
    FieldDefinition("villageName", "村名", .text),
    FieldDefinition("compartment", "林班", .text),
    FieldDefinition("subcompartment", "小班", .text),
    FieldDefinition("share", "计入份额", .number),
    FieldDefinition("area", "计入面积", .area),
  ]
}
