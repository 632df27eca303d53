internal import Inventory
internal import Mapping

extension MappingDraft {
  /// Finds columns for fields and writes their lines.
  struct Writer {
    /// What came of one field.
    struct Entry {
      var lines: [String]
      /// What a person has to fill in, by Chinese name.
      var open: [String] = []
      /// False where the field is left out, in a comment.
      var isUsed = true
    }

    let kind: MappingKind
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
          if field.name == "totalVolume", HeadingUnit.volumePerArea($0.name) != nil { return false }
          let heading = Self.folded($0.name)
          return heading == wanted || heading == cut || Self.folded($0.alias) == wanted
        }
        if let match { return match }
      }
      guard kind == .inventory else { return nil }
      switch field.name {
      // Whatever it is called, a column that repeats the polygons' areas is the area.
      case "area": return free.first { $0.areaUnit != nil }
      case "volume":
        // 亩蓄积, 蓄积量（m³/公顷）, 每亩活立木蓄积 …; for want of them, the total.
        return free.first { HeadingUnit.volumePerArea($0.name) != nil }
          ?? MappingKind.inventory.fields.first { $0.name == "totalVolume" }
          .flatMap { self.column(for: $0, besides: used) }
      default: return nil
      }
    }

    /// Names by preference: those of known mappings, the Chinese term, common headings.
    private func names(of field: FieldDefinition) -> [String] {
      var names: [String] = []
      for entry in entries {
        for name in entry.mapping[field.name]?.names ?? [] where !names.contains(name) {
          names.append(name)
        }
      }
      return names + [field.chineseName] + MappingDraft.headings(of: field.name, kind)
    }

    /// The best mapping first, so that its units and lists are preferred.
    private var entries: [MappingCatalog.Entry] {
      let order = layer.mappings.map(\.identifier)
      return mappings.entries.filter { $0.mapping.kind == kind }.sorted {
        (order.firstIndex(of: $0.mapping.identifier) ?? .max)
          < (order.firstIndex(of: $1.mapping.identifier) ?? .max)
      }
    }

    func entry(_ field: FieldDefinition, _ column: FieldInspection?) -> Entry {
      let known = entries.compactMap { $0.mapping[field.name] }.first
      let name = MappingDraft.quoted(column?.name ?? "?")
      var comment = "// \(field.chineseName)"
      var open: [String] = []
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
        open.append(field.chineseName)
      }
      var parts = ["column: \(name)"]
      switch field.content {
      case .text:
        return Entry(lines: [comment, "\(field.name): \(name),"], open: open)
      case .number:
        if known?.zeroIsMissing == true { parts.append("zeroIsMissing: true") }
      case .area, .volume, .stems, .ratio:
        let unit = unit(of: field, column, known)
        comment += unit.comment
        parts.append("unit: \"\(unit.name)\"")
      case .code:
        let list = list(for: field, column)
        comment += list.comment
        guard list.path != nil || field.isRequired else {
          let line = "\(field.name): { column: \(name), codes: \"…\" },"
          return Entry(lines: [comment, "// \(line)"], isUsed: false)
        }
        parts.append("codes: \(MappingDraft.quoted(list.path ?? "?"))")
        if list.path == nil { open.append(field.chineseName + "的代码表") }
      }
      if let column, !field.isRequired, column.filled < layer.rows || known?.isOptional == true {
        parts.append("optional: true")
      }
      return Entry(
        lines: [comment, "\(field.name): { \(parts.joined(separator: ", ")) },"], open: open)
    }

    /// The unit of a column: as its heading or its values have it, else as the best mapping has it.
    private func unit(
      of field: FieldDefinition, _ column: FieldInspection?, _ known: ColumnMapping?
    ) -> (name: String, comment: String) {
      let heading = column.map { $0.alias + $0.name } ?? ""
      switch field.content {
      case .area:
        if let unit = column?.areaUnit { return (unit, "; the unit fits the polygons") }
        if let unit = HeadingUnit.area(heading) { return (unit.rawValue, "; the heading says so") }
        return (
          (known?.areaUnit ?? .hectare).rawValue,
          "; the unit is a guess: hectare, mu or square-metre"
        )
      case .volume:
        if let unit = HeadingUnit.volumePerArea(heading) {
          return (unit.rawValue, "; the heading says so")
        }
        let isKnown = known?.names.contains { $0 == column?.name } ?? false
        let isTotal = field.name == "volume" && column != nil && !isKnown && isTotal(column)
        if isTotal { return (VolumeUnit.cubicMetres.rawValue, "; the volume of the whole 小班") }
        return (
          (known?.volumeUnit ?? .cubicMetresPerHectare).rawValue,
          "; the unit is a guess: m3-per-hectare, m3-per-mu or m3"
        )
      case .stems:
        let unit = HeadingUnit.stems(heading) ?? known?.stemUnit ?? .perHectare
        return (
          unit.rawValue,
          "; the unit is a guess: per-hectare, per-mu, total, hundreds or ten-thousands"
        )
      default:
        // By the commonest values: a few rows in percent are a fault, not the unit.
        let values = column?.examples.filter { $0.value != "0" } ?? []
        let above = values.filter { (Double($0.value) ?? 0) > 1 }
        return (above.count * 2 > values.count ? "percent" : "fraction", "")
      }
    }

    /// Whether a column is the one that surveys keep the total volume in.
    private func isTotal(_ column: FieldInspection?) -> Bool {
      guard let column,
        let field = MappingKind.inventory.fields.first(where: { $0.name == "totalVolume" })
      else { return false }
      let others = Set(layer.fields.map(\.name)).subtracting([column.name])
      return self.column(for: field, besides: others)?.name == column.name
    }

    /// The list that knows most of the column's commonest values; without a path where none knows
    /// half of them.
    private func list(
      for field: FieldDefinition, _ column: FieldInspection?
    ) -> (path: String?, comment: String) {
      var best: (path: String, name: String, share: Double)?
      let values = column?.examples ?? []
      for entry in entries {
        guard let codes = entry.mapping[field.name]?.codes, let path = entry.lists[field.name]
        else { continue }
        let total = values.reduce(0) { $0 + $1.count }
        let known = values.reduce(0) { $0 + (codes[$1.value] != nil ? $1.count : 0) }
        let share = total > 0 ? Double(known) / Double(total) : 0
        if share > best?.share ?? -1 { best = (path, codes.identifier, share) }
      }
      let advice = "Name a code list (code,name,meaning,standing)"
      guard let best else { return (nil, ". \(advice)") }
      let path = InputFile.relative(best.path, to: folder)
      guard column != nil else { return (path, "") }
      if values.isEmpty {
        return field.isRequired ? (path, ". The list is a guess") : (nil, ". Left out")
      }
      let percent = Int((best.share * 100).rounded(.down))
      guard best.share >= 0.5 else {
        return (
          nil,
          best.share == 0
            ? ". No known list has these codes. \(advice)"
            : ". The list \(best.name) knows \(percent) % of the common codes only. \(advice)"
        )
      }
      return (path, ". The list knows \(percent) % of the common codes")
    }

    private static func folded(_ name: String) -> String {
      name.lowercased().filter { !" 　_（）()".contains($0) }
    }
  }
}
