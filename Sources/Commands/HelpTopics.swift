internal import Inventory
internal import Mapping

/// `lintan help TOPIC`: what may stand in the files that a user writes.
enum HelpTopics {
  static let list = [
    ("pipeline", "every key of a pipeline file"),
    ("mapping", "every key of a mapping file, by kind of source"),
    ("code-lists", "how a code list is written"),
    ("species", "the species groups that code lists may name"),
    ("exit-codes", "what exit codes mean"),
  ]

  static func text(_ topic: String) -> String? {
    switch topic {
    case "pipeline": pipeline
    case "mapping": mapping
    case "code-lists": codeLists
    case "species": species
    case "exit-codes": HelpText.exitCodes
    default: nil
    }
  }

  // MARK: Pipelines

  private static var pipeline: String {
    var lines = [
      "A pipeline is a JSON5 file; pipelines/demo.json5 is one to copy.",
      "Keys without “default” must be given.",
    ]
    for block in PipelineKeys.blocks {
      lines.append("")
      let name = block.path.isEmpty ? "top level" : block.path
      lines.append(name + (block.about.isEmpty ? "" : "  (\(block.about))"))
      lines += rows(
        block.keys.map { key in
          [key.name, key.form, key.meaning + (key.fallback.map { "; default: \($0)" } ?? "")]
        })
    }
    return lines.joined(separator: "\n")
  }

  // MARK: Mappings

  private static var mapping: String {
    var lines = [
      "A mapping says which column of a file is which field; `lintan inspect FILE",
      "--write-mapping PATH` drafts one. Top level:",
    ]
    lines += rows([
      ["id", "text", "short name, shown in reports"], ["title", "text", "what it is for"],
      ["kind", MappingKind.allCases.map(\.rawValue).joined(separator: ", "), "kind of source"],
      ["columns", "{ field: column }", "as below"],
      ["key", "[ fields ]", "inventory: fields that together name a 小班 in every survey"],
      [
        "areaBasis", AreaBasis.allCases.map(\.rawValue).joined(separator: ", "),
        "which area carries the stock; default: recorded",
      ],
    ])
    lines += [
      "", "A column is its name, a list of names of which a file has one, or an object:",
    ]
    lines += rows([
      ["column", "name or [ names ]", "the column"],
      ["constant", "text", "a value for all rows, instead of a column"],
      ["optional", "true, false", "whether a file may lack it; default: false"],
      ["unit", "by field, below", "must be given where a field has units"],
      ["codes", "path", "code list, for codes (`lintan help code-lists`)"],
      ["zeroIsMissing", "true, false", "whether 0 means not recorded; default: false"],
      ["obsolete", "path", "village only: list of codes no longer in force"],
    ])
    for kind in MappingKind.allCases {
      lines += ["", "columns of kind \(kind.rawValue)  (* must be given)"]
      lines += rows(
        kind.fields.map { field in
          [field.name + (field.isRequired ? " *" : ""), field.chineseName, content(field.content)]
        })
    }
    return lines.joined(separator: "\n")
  }

  private static func content(_ content: FieldDefinition.Content) -> String {
    switch content {
    case .text: "text"
    case .number: "number"
    case .area: "area; unit: " + AreaUnit.allCases.map(\.rawValue).joined(separator: ", ")
    case .volume: "volume; unit: " + VolumeUnit.allCases.map(\.rawValue).joined(separator: ", ")
    case .ratio: "share; unit: " + RatioUnit.allCases.map(\.rawValue).joined(separator: ", ")
    case .stems:
      "stems or culms; unit: " + StemUnit.allCases.map(\.rawValue).joined(separator: ", ")
        + " (per-hectare if not given)"
    case .code(let meanings):
      "code" + (meanings.map { "; meanings: " + $0.joined(separator: ", ") } ?? "")
    }
  }

  // MARK: Code lists

  private static var codeLists: String {
    """
    A code list is a CSV file in UTF-8 or GBK. Its first line is

      \(CodeListTable.header)

    and each other line has a code as the data have it, the name people read, what LinTan is to
    understand by it, and how well that is known:

      310,杉木,杉木,sourced

    meaning   地类, 起源, 森林类别, 龄组: one of the words of `lintan help mapping`;
              树种: a species group (`lintan help species`); others: free.
    standing  one of

    """
      + rows(Standing.allCases.map { [$0.rawValue, $0.chineseName, about($0)] }).joined(
        separator: "\n")
      + "\n\nUse ， inside names. Lines that begin with # are left out."
  }

  private static func about(_ standing: Standing) -> String {
    switch standing {
    case .official: "printed in the document of the authority, checked against it"
    case .user: "you vouch for it"
    case .sourced: "taken from a publication that is named"
    case .derived: "computed from others"
    case .recalled: "from memory, not checked"
    case .surrogate: "stands in for what is not known"
    case .unknown: "nothing is known about it"
    }
  }

  // MARK: Species

  private static var species: String {
    var lines = [
      "Species groups: what a species list may have as meaning. Method files may add groups of",
      "their own; `lintan methods` shows what each method has coefficients for.",
    ]
    for family in SpeciesGroups.families {
      lines += ["", family.chineseName]
      for start in stride(from: 0, to: family.groups.count, by: 8) {
        let part = family.groups[start..<min(start + 8, family.groups.count)]
        lines.append("  " + part.joined(separator: "  "))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Columns of equal width, the last one free; CJK characters take two cells.
  private static func rows(_ cells: [[String]]) -> [String] {
    let columns = cells.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      cells.compactMap { column < $0.count ? width($0[column]) : nil }.max() ?? 0
    }
    return cells.map { row in
      var line = " "
      for (column, cell) in row.enumerated() {
        let isLast = column == row.count - 1
        // One long cell does not push all others away.
        let fill = isLast ? 0 : max(0, min(widths[column], 26) - width(cell))
        line += " " + cell + String(repeating: " ", count: fill) + (isLast ? "" : " ")
      }
      return line
    }
  }

  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}
