internal import Foundation
internal import Inventory
internal import Mapping

/// A first version of a mapping file for a layer, for a person to check and complete.
///
/// Columns are found by the names that known mappings and common headings give them; what the
/// values show about units and code lists stands in comments.
public struct MappingDraft: Sendable, Equatable {
  /// The file's content, JSON5.
  public private(set) var text = ""
  /// Required fields for which a `"?"` was written, by Chinese name.
  public private(set) var missing: [String] = []
  /// Fields filled from a column.
  public private(set) var found = 0

  /// - Parameters:
  ///   - path: the data file, for the comment at the top.
  ///   - destination: where the draft will lie; code lists are named from there.
  public init(
    _ layer: LayerInspection, of path: String, mappings: MappingCatalog, destination: String
  ) {
    let absolute = URL(fileURLWithPath: destination).standardized
    let writer = Writer(
      layer: layer, mappings: mappings, folder: absolute.deletingLastPathComponent().path)
    var lines = [
      "// Drafted by `lintan inspect` from \(Self.oneLine(path)), layer \(Self.oneLine(layer.layer)).",
      "// Check every line; names matched by habit may mean something else here. Each \"?\" marks",
      "// a required field for which no column was found.",
      "{",
      "  id: \(Self.quoted(Self.identifier(absolute.deletingPathExtension().lastPathComponent))),",
      "  title: \(Self.quoted(layer.layer + "（草稿）")),",
      "  kind: \"inventory\",",
      "  columns: {",
    ]
    var absent: [String] = []
    var used: Set<String> = []
    var key: [String] = []
    for field in MappingKind.inventory.fields {
      let column = writer.column(for: field, besides: used)
      guard column != nil || field.isRequired else {
        absent.append("\(field.name) \(field.chineseName)")
        continue
      }
      if let column {
        used.insert(column.name)
        found += 1
      } else {
        missing.append(field.chineseName)
      }
      lines += writer.lines(field, column).map { "    " + $0 }
      if ["village", "compartment", "subcompartment", "patch"].contains(field.name) {
        key.append(Self.quoted(field.name))
      }
    }
    if !absent.isEmpty {
      lines.append("    // No column was found for these; they are not required:")
      lines += absent.map { "    //   " + $0 }
    }
    let unused = layer.fields.filter { !used.contains($0.name) }.map { Self.oneLine($0.name) }
    lines.append("  },")
    if !unused.isEmpty {
      lines.append("  // Columns of the file that are not used:")
      var row = "  //  "
      for name in unused {
        if row.count + name.count > 92 {
          lines.append(row)
          row = "  //  "
        }
        row += " " + name
      }
      lines.append(row)
    }
    lines += ["  key: [\(key.joined(separator: ", "))],", "  areaBasis: \"recorded\",", "}", ""]
    text = lines.joined(separator: "\n")
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
