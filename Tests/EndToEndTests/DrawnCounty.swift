import Archive
import Commands
import Foundation

/// Stands side by side on a strip 100 m wide, each as long as its hectares in hundreds of metres, run
/// through `lintan`.
struct DrawnCounty {
  struct Plot {
    var number: String
    /// Metres along the strip.
    var from: Int
    var to: Int
    var landClass = "乔"
    var species = "杉木"
    var volume = 100.0
    var stems: Double?
    var age = 15
    /// ha; nil for that of the polygon.
    var area: Double?

    var feature: String {
      let ring = [(from, 0), (to, 0), (to, 100), (from, 100), (from, 0)]
        .map { "[\(38_500_000 + $0.0), \(2_600_000 + $0.1)]" }.joined(separator: ",")
      return """
        {"type": "Feature", "properties": {"CUN": "449921101201", "XB": "\(number)",
         "MJ": \(area ?? Double(to - from) / 100), "DL": "\(landClass)", "SZ": "\(species)",
         "XJ": \(volume), "QY": "人", "LB": "公", "LZ": "中", "NL": \(age), "BS": "", "BXJ": null,
         "ZS": \(stems.map { "\($0)" } ?? "null"), "XJG": null},
         "geometry": {"type": "Polygon", "coordinates": [[\(ring)]]}}
        """
    }
  }

  let county: HandCounty

  init() throws { county = try HandCounty() }

  func survey(_ year: Int, _ plots: [Plot]) throws {
    try county.workspace.write(
      #"{"type": "FeatureCollection", "features": ["#
        + plots.map(\.feature).joined(separator: ",\n") + "]}\n", to: "xb\(year).geojson")
  }

  func run(_ methods: [String], more: String = "", threads: Int = 2) throws -> Workspace.Outcome {
    var files: [String] = []
    for (number, method) in methods.enumerated() {
      try county.workspace.write(method, to: "method\(number).json5")
      files.append("{ file: \"method\(number).json5\" }")
    }
    let inventory = [2018, 2023].map {
      "{ survey: \($0), path: \"xb\($0).geojson\", epsg: 4526, mapping: \"mapping.json5\" }"
    }
    try county.workspace.write(
      """
      { name: "hand", title: "手算县", sources: { inventory: [\(inventory.joined(separator: ", "))] },
        methods: [\(files.joined(separator: ", "))],
        stages: ["ingest", "tenure", "quantify", "screen", "rank"], \(more) }
      """, to: "pipeline.json5")
    return try county.workspace.run("pipeline.json5", threads: threads)
  }

  /// How each 小班 was matched, by number.
  func matches() throws -> [String: Int] {
    try county.figures(
      "(SELECT match FROM earlier e WHERE e.subcompartment = quantity.subcompartment)"
    )
    .mapValues { Int($0) }
  }
}
