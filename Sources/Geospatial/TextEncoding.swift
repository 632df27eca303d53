/// How the bytes of a table's texts are to be read.
public enum TextEncoding: String, Sendable, CaseIterable, Codable {
  case utf8 = "UTF-8"
  /// GB 18030, a superset of GBK and GB 2312.
  case gb18030 = "GB18030"
  /// GBK (code page 936): read like GB 18030; written without its four-byte characters.
  case gbk = "GBK"
  case big5 = "BIG5"
  case latin1 = "ISO-8859-1"

  /// The encoding meant by a name as .cpg files, configurations and people write it:
  /// `UTF-8`, `65001`, `936`, `CP936`, `GB2312`, … Nil when the name says nothing we can use
  /// (`OEM`, `ANSI`).
  public init?(named name: String) {
    var key = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "A"..."Z", "0"..."9": key.unicodeScalars.append(scalar)
      case "a"..."z": key += String(scalar).uppercased()
      default: continue
      }
    }
    switch key {
    case "UTF8", "65001", "CP65001", "UTF": self = .utf8
    case "GB18030", "54936", "CP54936": self = .gb18030
    case "GBK", "936", "CP936", "GB2312", "EUCCN", "MS936", "WINDOWS936", "ANSI936": self = .gbk
    case "BIG5", "950", "CP950", "ANSI950": self = .big5
    case "ISO88591", "LATIN1", "88591", "1252", "CP1252", "ANSI1252", "WINDOWS1252": self = .latin1
    default: return nil
    }
  }

  /// Whether every byte sequence is a text in this encoding, so that success proves nothing.
  var acceptsAnything: Bool { self == .latin1 }
}
