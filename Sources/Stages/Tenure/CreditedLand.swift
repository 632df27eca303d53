internal import Geometry
internal import Geospatial
internal import Inventory

/// Land × years that some mechanism has credited already.
struct CreditedLand: Sendable {
  var geometry = WKBColumn()
  var mechanisms: [String] = []
  var firstYear: [Double] = []
  var lastYear: [Double] = []

  /// Nil where a pipeline declares no source of the kind.
  static func read(
    _ layers: [LayerSource], into system: CoordinateSystem?
  ) throws -> CreditedLand? {
    guard !layers.isEmpty else { return nil }
    var land = CreditedLand()
    for layer in layers {
      for file in layer.files {
        let table = try LayerTable.read(file, of: layer, into: system)
        let mechanisms = table.texts("mechanism")
        for row in 0..<table.count {
          land.geometry.append(table.geometry[row])
          land.mechanisms.append(mechanisms[row])
        }
        land.firstYear += table.numbers("firstYear")
        land.lastYear += table.numbers("lastYear")
      }
    }
    return land
  }
}
