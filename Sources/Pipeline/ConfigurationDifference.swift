/// Finds the places in which two configurations differ.
enum ConfigurationDifference {
  /// More places than this are no explanation any more.
  private static let most = 8

  /// Dotted paths such as `rules[2].minimumArea`, in order; empty where they cannot be told.
  static func paths(_ old: String, _ new: String) -> [String] {
    guard let old = try? CanonicalJSON.decode(Tree.self, from: Array(old.utf8)),
      let new = try? CanonicalJSON.decode(Tree.self, from: Array(new.utf8))
    else { return [] }
    var paths: [String] = []
    collect(old, new, "", &paths)
    return paths.count > most ? [] : paths
  }

  private static func collect(_ old: Tree, _ new: Tree, _ path: String, _ paths: inout [String]) {
    switch (old, new) {
    case (.object(let old), .object(let new)):
      for key in Set(old.keys).union(new.keys).sorted(by: Path.precedes) {
        let below = path.isEmpty ? key : path + "." + key
        guard let before = old[key], let after = new[key] else {
          paths.append(below)
          continue
        }
        collect(before, after, below, &paths)
      }
    case (.array(let old), .array(let new)) where old.count == new.count:
      for (index, (before, after)) in zip(old, new).enumerated() {
        collect(before, after, "\(path)[\(index)]", &paths)
      }
    default:
      if old != new, !path.isEmpty { paths.append(path) }
    }
  }

  private enum Tree: Decodable, Equatable {
    case null
    case truth(Bool)
    case number(Double)
    case text(String)
    case array([Tree])
    case object([String: Tree])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if let value = try? container.decode(Bool.self) {
        self = .truth(value)
      } else if let value = try? container.decode(Double.self) {
        self = .number(value)
      } else if let value = try? container.decode(String.self) {
        self = .text(value)
      } else if let values = try? container.decode([Tree].self) {
        self = .array(values)
      } else {
        self = .object(try container.decode([String: Tree].self))
      }
    }
  }
}
