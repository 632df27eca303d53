/// How invalid polygons are repaired. The two give different areas; results must say which.
public enum MakeValidMethod: String, Sendable, CaseIterable, Codable {
  /// Shells are united, holes cut out: keeps what the rings mean, drops collapsed parts.
  case structure = "STRUCTURE"
  /// Rings are treated as lines, areas alternate inside and outside: keeps every vertex.
  case linework = "LINEWORK"
}
