internal import Configuration
internal import Geospatial

/// What a pipeline may say about the coordinates of a source beside its EPSG code.
enum CoordinateSettings {
  static func countyCode(_ reader: ConfigurationReader) throws(ConfigurationError) -> String? {
    guard let code = try reader.optionalString("countyCode") else { return nil }
    guard code.utf8.count == 6, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw reader.error(.outOfRange(value: code, allowed: "six digits"), at: "countyCode")
    }
    return code
  }

  /// Three- and six-degree zones have their middle at a multiple of three.
  static func centralMeridian(
    _ reader: ConfigurationReader
  ) throws(ConfigurationError) -> Int? {
    guard let meridian = try reader.optionalInteger("centralMeridian", in: 75...135) else {
      return nil
    }
    guard meridian % 3 == 0 else {
      throw reader.error(
        .outOfRange(value: "\(meridian)", allowed: "75, 78, 81 … 135"), at: "centralMeridian")
    }
    return meridian
  }

  static func datumShift(_ reader: ConfigurationReader) throws(ConfigurationError) -> DatumShift? {
    guard let shift = try reader.optionalObject("datumShift") else { return nil }
    let convention = try shift.choice("convention", DatumShift.Convention.self)
    let sign = convention == .positionVector ? 1.0 : -1.0
    // Old Chinese datums lie within some hundred metres and arc seconds of CGCS2000.
    let parameters = HelmertParameters(
      translationX: try shift.number("dx", in: -1000...1000),
      translationY: try shift.number("dy", in: -1000...1000),
      translationZ: try shift.number("dz", in: -1000...1000),
      rotationX: sign * (try shift.number("rx", in: -60...60)),
      rotationY: sign * (try shift.number("ry", in: -60...60)),
      rotationZ: sign * (try shift.number("rz", in: -60...60)),
      scale: try shift.number("scale", in: -100...100))
    let source = try shift.string("source")
    guard !source.isEmpty else {
      throw shift.error(.outOfRange(value: "“”", allowed: "the document"), at: "source")
    }
    try shift.finish()
    return DatumShift(parameters: parameters, source: source)
  }
}
