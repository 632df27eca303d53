internal import CGDAL

/// GDAL's object for a coordinate system, in easting-northing order.
struct SpatialReference: ~Copyable {
  let handle: OGRSpatialReferenceH

  init(owning handle: OGRSpatialReferenceH) {
    OSRSetAxisMappingStrategy(handle, OAMS_TRADITIONAL_GIS_ORDER)
    self.handle = handle
  }

  init?(epsg: Int) {
    GDALLibrary.prepare()
    guard let code = Int32(exactly: epsg), let handle = OSRNewSpatialReference(nil) else {
      return nil
    }
    guard OSRImportFromEPSG(handle, code) == OGRERR_NONE else {
      OSRDestroySpatialReference(handle)
      return nil
    }
    self.init(owning: handle)
  }

  init?(definition: String) {
    GDALLibrary.prepare()
    guard let handle = OSRNewSpatialReference(nil) else { return nil }
    guard OSRSetFromUserInput(handle, definition) == OGRERR_NONE else {
      OSRDestroySpatialReference(handle)
      return nil
    }
    self.init(owning: handle)
  }

  init?(_ system: CoordinateSystem) {
    if let epsg = system.epsg {
      self.init(epsg: epsg)
    } else {
      self.init(definition: system.definition)
    }
  }

  deinit { OSRDestroySpatialReference(handle) }

  /// The longitude-latitude system underneath.
  func geographic() -> SpatialReference? {
    guard let copy = OSRCloneGeogCS(handle) else { return nil }
    return SpatialReference(owning: copy)
  }

  /// The EPSG code the definition carries or matches with at least 90 % confidence.
  var identifiedEPSG: Int? {
    if let authority = OSRGetAuthorityName(handle, nil), String(cString: authority) == "EPSG",
      let code = OSRGetAuthorityCode(handle, nil)
    {
      return Int(String(cString: code))
    }
    var count: Int32 = 0
    var confidences: UnsafeMutablePointer<Int32>?
    guard let matches = OSRFindMatches(handle, nil, &count, &confidences), count > 0 else {
      return nil
    }
    defer {
      OSRFreeSRSArray(matches)
      VSIFree(confidences)
    }
    var best: (confidence: Int32, code: Int)?
    for index in 0..<Int(count) {
      guard let candidate = matches[index], let confidence = confidences?[index],
        confidence >= 90, confidence > best?.confidence ?? 0,
        let authority = OSRGetAuthorityName(candidate, nil), String(cString: authority) == "EPSG",
        let code = OSRGetAuthorityCode(candidate, nil), let number = Int(String(cString: code))
      else { continue }
      best = (confidence, number)
    }
    return best?.code
  }

  func attribute(_ name: String) -> String {
    OSRGetAttrValue(handle, name, 0).map { String(cString: $0) } ?? ""
  }

  /// West, south, east, north in degrees.
  var areaOfUse: Extent? {
    var west = 0.0
    var south = 0.0
    var east = 0.0
    var north = 0.0
    guard OSRGetAreaOfUse(handle, &west, &south, &east, &north, nil) != 0, west > -1000 else {
      return nil
    }
    return Extent(minX: west, minY: south, maxX: east, maxY: north)
  }

  func description(epsg: Int?) -> CoordinateSystem {
    var text: UnsafeMutablePointer<CChar>?
    GDALLibrary.withConstantStrings(["FORMAT=WKT2_2019"]) { options in
      _ = OSRExportToWktEx(handle, &text, options)
    }
    let definition = text.map { String(cString: $0) } ?? ""
    VSIFree(text)
    let isGeographic = OSRIsGeographic(handle) != 0
    return CoordinateSystem(
      epsg: epsg, name: OSRGetName(handle).map { String(cString: $0) } ?? "", datum: datum,
      isGeographic: isGeographic,
      metresPerUnit: isGeographic ? 0 : OSRGetLinearUnits(handle, nil),
      semiMajorAxis: OSRGetSemiMajor(handle, nil),
      inverseFlattening: OSRGetInvFlattening(handle, nil), definition: definition,
      projection: isGeographic ? "" : attribute("PROJECTION"))
  }

  private var datum: CoordinateSystem.Datum {
    let name = attribute("DATUM")
    let key = name.lowercased().filter { $0.isLetter || $0.isNumber }
    let spheroid = attribute("SPHEROID").lowercased()
    if key.contains("china2000") || key.contains("cgcs2000") { return .cgcs2000 }
    if key.contains("xian") { return .xian1980 }
    if key.contains("beijing1954") || key.contains("beijing54") || key == "beijing" {
      return .beijing1954
    }
    if key.contains("wgs1984") || key.contains("worldgeodeticsystem1984") || key.contains("wgs84") {
      return .wgs84
    }
    if spheroid.contains("cgcs2000") { return .cgcs2000 }
    if spheroid.contains("xian") { return .xian1980 }
    return .other(name)
  }
}
