/// A parser written by hand, and what must hold whatever bytes it is given.
///
/// `make fuzz` lets libFuzzer look for inputs that crash a target, exhaust it or break one of its
/// properties; `make test` tries the kept inputs and a few thousand changes of them.
enum FuzzTarget: String, CaseIterable, Sendable {
  case json5
  case configuration
  case wkb
  case overlay
  case text
  case delimited
  case number
  case dbf
  case shapefile
  case tenure
  case codes
  case columns

  /// - Throws: `Violation` where a property does not hold.
  func run(_ bytes: [UInt8]) throws(Violation) {
    switch self {
    case .json5: try JSON5Target.run(bytes)
    case .configuration: try ConfigurationTarget.run(bytes)
    case .wkb: try WKBTarget.run(bytes)
    case .overlay: try OverlayTarget.run(bytes)
    case .text: try TextTarget.run(bytes)
    case .delimited: try DelimitedTarget.run(bytes)
    case .number: try NumberTarget.run(bytes)
    case .dbf: try DBFTarget.run(bytes)
    case .shapefile: try ShapefileTarget.run(bytes)
    case .tenure: try TenureTarget.run(bytes)
    case .codes: try CodesTarget.run(bytes)
    case .columns: try ColumnsTarget.run(bytes)
    }
  }

  /// Changed inputs that `make test` tries: those that write files are slower.
  var seededRuns: Int {
    switch self {
    case .shapefile, .dbf, .columns: 150
    case .overlay, .tenure, .configuration: 300
    case .json5, .wkb, .text, .delimited, .number, .codes: 1000
    }
  }
}
