internal import Foundation
internal import Inventory
public import Mapping

/// A first version of a mapping file for a layer, for a person to check and complete.
///
/// Columns are found by the names that known mappings and common headings give them; what the
/// values show about units and code lists stands in comments.
public struct MappingDraft: Sendable, Equatable {
  /// The file's content, JSON5.
  public private(set) var text = ""
  /// What a `"?"` was written for, by Chinese name.
  public private(set) var missing: [String] = []
  /// Fields filled from a column.
  public private(set) var found = 0

  /// What the layer is taken for.
  public private(set) var kind = MappingKind.inventory

  /// - Parameters:
  ///   - path: the data file, for the comment at the top.
  ///   - destination: where the draft will lie; code lists are named from there.
  public init(
    _ layer: LayerInspection, of path: String, mappings: MappingCatalog, destination: String
  ) {
    let absolute = URL(fileURLWithPath: destination).standardized
    let folder = absolute.deletingLastPathComponent().path
    kind = Self.kind(of: layer, mappings, folder)
    let writer = Writer(kind: kind, layer: layer, mappings: mappings, folder: folder)
    var lines = Self.head(path, layer.layer)
    lines += Self.identity(absolute, kind, layer.layer) + ["  columns: {"]
    var absent: [String] = []
    var used: Set<String> = []
    var key: [String] = []
    for field in kind.fields {
      let column = writer.column(for: field, besides: used)
      guard column != nil || field.isRequired else {
        absent.append("\(field.name) \(field.chineseName)")
        continue
      }
      let entry = writer.entry(field, column)
      lines += entry.lines.map { "    " + $0 }
      missing += entry.open
      guard entry.isUsed else { continue }
      if let column {
        used.insert(column.name)
        found += 1
      }
      if ["village", "compartment", "subcompartment", "patch"].contains(field.name) {
        key.append(Self.quoted(field.name))
      }
    }
    if !absent.isEmpty {
      lines.append("    // No column was found for these; they are not required:")
      lines += absent.map { "    //   " + $0 }
    }
    lines.append("  },")
    lines += Self.unused(layer.fields.map(\.name).filter { !used.contains($0) })
    if kind == .inventory {
      lines += ["  key: [\(key.joined(separator: ", "))],", "  areaBasis: \"recorded\","]
    }
    text = (lines + ["}", ""]).joined(separator: "\n")
  }

  /// A short mapping for a sheet of a 林权 list: its headings are known to the reader, so only a
  /// unit that no heading names is to be told.
  public init(_ sheet: SheetInspection, of path: String, destination: String) {
    let absolute = URL(fileURLWithPath: destination).standardized
    kind = .tenureList
    var lines = Self.head(path, sheet.sheet)
    lines += Self.identity(absolute, kind, sheet.sheet)
    lines += ["  // Headings that are known need no entry. These are read as they are:"]
    for column in sheet.columns {
      lines.append(
        "  //   \(column.letter)  \(column.chineseName): \(Self.oneLine(column.heading))")
    }
    lines += Self.unused(sheet.ignoredHeadings)
    found = sheet.columns.count
    let area = sheet.columns.first { $0.field == "area" && $0.unit == nil }
    guard let area else {
      text = (lines + ["  columns: {},", "}", ""]).joined(separator: "\n")
      return
    }
    let heading = area.heading.split(separator: "/").last.map(String.init) ?? area.heading
    if let unit = sheet.titleUnit {
      lines.append("  // The lines above the headings say so; the heading itself names no unit.")
      lines.append(
        "  columns: { area: { column: \(Self.quoted(heading)), unit: \(Self.quoted(unit)) } },")
    } else {
      missing.append("面积的单位 (mu 亩 or hectare 公顷)")
      lines.append("  // No heading names the unit: write mu (亩) or hectare (公顷).")
      lines.append("  columns: { area: { column: \(Self.quoted(heading)), unit: \"?\" } },")
    }
    text = (lines + ["}", ""]).joined(separator: "\n")
  }

  private static func head(_ path: String, _ layer: String) -> [String] {
    [
      "// Drafted by `lintan inspect` from \(oneLine(path))"
        + (layer.isEmpty ? "." : ", layer \(oneLine(layer))."),
      "// Check every line; names matched by habit may mean something else here. Each \"?\" marks",
      "// what a person must fill in before a run.", "{",
    ]
  }

  private static func identity(
    _ destination: URL, _ kind: MappingKind, _ layer: String
  ) -> [String] {
    let name = destination.deletingPathExtension().lastPathComponent
    return [
      "  id: \(quoted(identifier(name))),",
      "  title: \(quoted((layer.isEmpty ? name : layer) + "（草稿）")),",
      "  kind: \(quoted(kind.rawValue)),",
    ]
  }

  private static func unused(_ names: [String]) -> [String] {
    guard !names.isEmpty else { return [] }
    var lines = ["  // Columns of the file that are not used:"]
    var row = "  //  "
    for name in names.map(oneLine) {
      if row.count + name.count > 92 {
        lines.append(row)
        row = "  //  "
      }
      row += " " + name
    }
    return lines + [row]
  }

  /// What a layer is, by the columns that only one kind has.
  private static func kind(
    of layer: LayerInspection, _ mappings: MappingCatalog, _ folder: String
  ) -> MappingKind {
    func found(_ kind: MappingKind, _ names: [String]) -> Int {
      let writer = Writer(kind: kind, layer: layer, mappings: mappings, folder: folder)
      return kind.fields.count {
        names.contains($0.name) && writer.column(for: $0, besides: []) != nil
      }
    }
    let stands = found(
      .inventory,
      [
        "subcompartment", "area", "landClass", "species", "volume", "totalVolume", "origin",
        "ageGroup", "age", "canopyDensity",
      ])
    let rights = found(
      .tenureParcels,
      [
        "parcel", "certificate", "landOwner", "landUser", "treeOwner", "treeUser", "termStart",
        "termEnd",
      ])
    if rights >= 2, rights > stands { return .tenureParcels }
    if stands >= 3 { return .inventory }
    if found(.creditedLand, ["firstYear", "lastYear"]) == 2 { return .creditedLand }
    if found(.villages, ["village", "villageName"]) == 2 { return .villages }
    if found(.exclusionZones, ["category"]) == 1 { return .exclusionZones }
    return .inventory
  }

  /// A JSON string.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      default:
        if scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029 {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }

  /// Text for a comment: nothing in it may end the line.
  static func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.value < 0x20 || (0x7F..<0xA0).contains($0.value)
            || (0x2028...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
            ? " " : $0
        }))
  }

  private static func identifier(_ name: String) -> String {
    let safe = name.lowercased().unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "a"..."z", "0"..."9", "-": Character(scalar)
      default: "-"
      }
    }
    return safe.contains { $0 != "-" } ? String(safe) : "draft"
  }
}
