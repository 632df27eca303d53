/// How places inside a document are written: `methods[2].benchmark`, `groups["a.b"]`.
enum ConfigurationPath {
  static func member(_ key: String, of path: String) -> String {
    guard JSON5.isIdentifier(key) else {
      return path + "[" + ConfigurationValue.quoted(key) + "]"
    }
    return path.isEmpty ? key : path + "." + key
  }

  static func element(_ index: Int, of path: String) -> String { path + "[\(index)]" }
}
