internal import Inventory
internal import Mapping

extension MappingDraft {
  /// Finds columns for fields and writes their lines.
  struct Writer {
    let layer: LayerInspection
    let mappings: MappingCatalog
    /// Absolute path of the folder in which the draft will lie.
    let folder: String

    func column(
      for field: FieldDefinition, besides used: Set<String>
    ) -> FieldInspection? {
      let free = layer.fields.filter { !used.contains($0.name) }
      for name in names(of: field) {
        let wanted = Self.folded(name)
        let cut =
          wanted.utf8.count > 10 && wanted.utf8.allSatisfy { $0 < 0x80 }
          ? String(wanted.prefix(10)) : wanted
        let match = free.first {
          let heading = Self.folded($0.name)
          return heading == wanted || heading == cut || Self.folded($0.alias) == wanted
        }
        if let match { return match }
      }
      // Whatever it is called, a column that repeats the polygons' areas is the area.
      return field.name == "area" ? free.first { $0.areaUnit != nil } : nil
    }

    /// Names by preference: those of known mappings, the Chinese term, common headings.
    private func names(of field: FieldDefinition) -> [String] {
      var names: [String] = []
      for entry in inventories {
        for name in entry.mapping[field.name]?.names ?? [] where !names.contains(name) {
          names.append(name)
        }
      }
      return names + [field.chineseName] + (MappingDraft.headings[field.name] ?? [])
    }

    /// The best mapping first, so that its units and lists are preferred.
    private var inventories: [MappingCatalog.Entry] {
      let order = layer.mappings.map(\.identifier)
      return mappings.entries.filter { $0.mapping.kind == .inventory }.sorted {
        (order.firstIndex(of: $0.mapping.identifier) ?? .max)
          < (order.firstIndex(of: $1.mapping.identifier) ?? .max)
      }
    }

    func lines(_ field: FieldDefinition, _ column: FieldInspection?) -> [String] {
      let known = inventories.compactMap { $0.mapping[field.name] }.first
      let name = MappingDraft.quoted(column?.name ?? "?")
      var comment = "// \(field.chineseName)"
      if let column {
        if column.examples.isEmpty {
          comment += "; no row has a value"
        } else {
          comment +=
            "; such as "
            + column.examples.prefix(4).map { MappingDraft.oneLine($0.value) }
            .joined(separator: ", ")
        }
      } else {
        comment += ": no column was found. Name it."
      }
      var parts = ["column: \(name)"]
      switch field.content {
      case .text:
        return [comment, "\(field.name): \(name),"]
      case .number:
        if known?.zeroIsMissing == true { parts.append("zeroIsMissing: true") }
      case .area:
        let unit = column?.areaUnit ?? known?.areaUnit.rawValue ?? AreaUnit.hectare.rawValue
        comment +=
          column?.areaUnit == nil
          ? "; the unit is a guess: hectare, mu or square-metre" : "; the unit fits the polygons"
        parts.append("unit: \"\(unit)\"")
      case .volume:
        let unit = known?.volumeUnit ?? .cubicMetresPerHectare
        comment += "; the unit is a guess: m3-per-hectare, m3-per-mu or m3"
        parts.append("unit: \"\(unit.rawValue)\"")
      case .stems:
        let unit = known?.stemUnit ?? .perHectare
        comment += "; the unit is a guess: per-hectare, per-mu, total, hundreds or ten-thousands"
        parts.append("unit: \"\(unit.rawValue)\"")
      case .ratio:
        // By the commonest values: a few rows in percent are a fault, not the unit.
        let values = column?.examples.filter { $0.value != "0" } ?? []
        let above = values.filter { (Double($0.value) ?? 0) > 1 }
        let isPercent = above.count * 2 > values.count
        parts.append("unit: \"\(isPercent ? "percent" : "fraction")\"")
      case .code:
        let list = list(for: field, column)
        comment += list.comment
        parts.append("codes: \(MappingDraft.quoted(list.path))")
      }
      if let column, !field.isRequired, column.filled < layer.rows || known?.isOptional == true {
        parts.append("optional: true")
      }
      return [comment, "\(field.name): { \(parts.joined(separator: ", ")) },"]
    }

    /// The list that knows most of the column's commonest values.
    private func list(
      for field: FieldDefinition, _ column: FieldInspection?
    ) -> (path: String, comment: String) {
      var best: (path: String, share: Double)?
      for entry in inventories {
        guard let codes = entry.mapping[field.name]?.codes, let path = entry.lists[field.name]
        else { continue }
        let values = column?.examples ?? []
        let total = values.reduce(0) { $0 + $1.count }
        let known = values.reduce(0) { $0 + (codes[$1.value] != nil ? $1.count : 0) }
        let share = total > 0 ? Double(known) / Double(total) : 0
        if share > best?.share ?? -1 { best = (path, share) }
      }
      guard let best else {
        return ("?", ". Name a code list (code,name,meaning,standing)")
      }
      let path = InputFile.relative(best.path, to: folder)
      guard column != nil else { return (path, "") }
      let percent = Int((best.share * 100).rounded(.down))
      return (path, ". The list knows \(percent) % of the common codes")
    }

    private static func folded(_ name: String) -> String {
      name.lowercased().filter { !" 　_（）()".contains($0) }
    }
  }

  /// Headings under which surveys carry the fields, beside those of the known mappings.
  static let headings: [String: [String]] = [
    "county": ["县（市、区）", "县市区", "区县", "县代码", "XIAN"],
    "town": ["乡", "镇", "乡（镇）", "乡镇代码", "XIANG"],
    "village": ["行政村", "村代码", "村委会", "CUN"],
    "compartment": ["林班号", "LINBAN", "LIN_BAN"],
    "subcompartment": ["小班号", "XIAOBAN", "XIAO_BAN", "XBH"],
    "patch": ["细班号", "XIBAN", "XI_BAN"],
    "area": ["小班面积", "面积公顷", "面积亩", "MIANJI", "MIAN_JI", "XBMJ", "AREA"],
    "landClass": ["地类代码", "土地类型", "DILEI", "DI_LEI"],
    "species": ["树种", "优势树种组", "树种组", "YSSZ", "YOUSHISZ", "SHUZHONG", "SHU_ZHONG"],
    "secondSpecies": ["伴生树种", "次要树种", "BSSZ"],
    "origin": ["林分起源", "QIYUAN", "QI_YUAN"],
    "keyLocation": ["重点区位", "STQW", "STQWMC"],
    "forestClass": ["森林分类", "公益林", "SENLINLB", "SEN_LIN_LB"],
    "ageGroup": ["LINGZU", "LING_ZU"],
    "forestCategory": ["LINZHONG", "LIN_ZHONG"],
    "landOwnership": ["林地权属", "林地所有权", "LDQS", "LD_QS"],
    "volume": ["公顷蓄积", "每公顷蓄积量", "公顷蓄积量", "单位蓄积", "HUO_LMGQXJ", "GQXJ", "MGQXJ"],
    "totalVolume": ["蓄积", "蓄积量", "小班蓄积量", "总蓄积", "ZXJ", "XBXJ"],
    "secondVolume": ["伴生树种蓄积量", "BSSZXJ"],
    "age": ["年龄", "林龄", "林分平均年龄", "NIANLING", "NIAN_LING", "PINGJUN_NL"],
    "canopyDensity": ["YUBIDU", "YU_BI_DU", "YBD"],
    "diameter": ["胸径", "PINGJUN_XJ"],
    "height": ["树高", "PINGJUN_SG", "PINGJUNSG"],
    "stems": ["公顷株数", "株数", "MEI_GQ_ZS"],
    "plantingYear": ["造林年份", "ZLND"],
  ]
}
