internal import Mapping

extension LayerSource {
  /// Everything declared about the source that changes what is read from it; not where it lies.
  func describe(into text: inout StageConfiguration) {
    text.add("mapping", mapping.canonicalText)
    text.add("layer", layer ?? "")
    text.add("encoding", encoding ?? "")
    text.add("epsg", epsg.map(String.init) ?? "")
    // Only where declared, so that results of pipelines without them stay what they were.
    if let countyCode { text.add("county code", countyCode) }
    if let centralMeridian { text.add("central meridian", "\(centralMeridian)") }
    if let datumShift { text.add("datum shift", "\(datumShift.parameters) \(datumShift.source)") }
    for file in files { text.add("file", file.displayPath) }
  }
}
