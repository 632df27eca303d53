/// The rows of the worksheet in which a forestry station keeps its certificates.
enum TenureList {
  /// A title over all columns and a header of two rows, empty cells belonging to the cell on the
  /// left or above.
  static func header(_ county: String) -> [[String]] {
    [
      ["\(county)集体林权登记台账（单位：亩）"] + [String](repeating: "", count: 15),
      [
        "序号", "乡镇", "村", "林权证号", "权利人", "", "", "", "小地名", "林班", "小班", "面积", "主要树种",
        "使用期", "", "备注",
      ],
      [
        "", "", "", "", "林地所有权人", "林地使用权人", "林木所有权人", "林木使用权人", "", "", "", "", "",
        "起始日期", "终止日期", "",
      ],
    ]
  }

  static func row(
    _ parcel: TenureParcel, _ village: SyntheticVillage, number: Int, withUnit: Bool
  ) -> [String] {
    [
      String(number), village.townName, village.name, parcel.certificate, parcel.landOwner,
      parcel.landUser, parcel.woodOwner, parcel.woodUser, parcel.placeName, parcel.block,
      parcel.number, Digits.fixed(parcel.area, 2) + (withUnit ? "亩" : ""), parcel.species,
      parcel.begins, parcel.ends, parcel.remark,
    ]
  }

  static func total(_ village: SyntheticVillage, _ area: Double) -> [String] {
    [
      "合计", village.townName, village.name, "", "", "", "", "", "", "", "", Digits.fixed(area, 2),
      "", "", "", "",
    ]
  }
}
