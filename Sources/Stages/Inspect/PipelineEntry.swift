internal import Foundation
internal import Geospatial

/// The lines by which a pipeline names a file that was looked at.
public enum PipelineEntry {
  /// The key of `sources` for layers of a kind.
  public static func key(_ kind: String) -> String {
    switch kind {
    case "villages": "villages"
    case "tenure-parcels": "tenureParcels"
    case "tenure-list": "tenureLists"
    case "exclusion-zones": "exclusions"
    case "credited-land": "credited"
    default: "inventory"
    }
  }

  /// - Parameter mappingFolder: beside it the pipeline file is assumed to lie.
  public static func lines(
    _ file: FileInspection, _ layer: LayerInspection, _ fit: MappingFit,
    besides mappingFolder: String
  ) -> [String] {
    let folder = URL(fileURLWithPath: mappingFolder).standardized.deletingLastPathComponent().path
    let path = URL(fileURLWithPath: file.path).standardized.path
    var first = "{ "
    if fit.kind == "inventory" { first += "survey: \(year(file.path) ?? "YEAR"), " }
    first += "path: \(MappingDraft.quoted(InputFile.relative(path, to: folder))),"
    if file.layers.count > 1 { first += " layer: \(MappingDraft.quoted(layer.layer))," }
    return [
      first,
      "  mapping: \(MappingDraft.quoted(InputFile.relative(fit.path, to: folder))) },",
    ]
  }

  /// A year in the name of a file, such as `xiaoban_2023.shp`.
  private static func year(_ path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    return name.split(whereSeparator: { !$0.isNumber }).map(String.init).first {
      $0.utf8.count == 4 && ($0 > "1979" && $0 < "2100")
    }
  }
}
