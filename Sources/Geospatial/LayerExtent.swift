internal import CGDAL

/// Where the features of a layer lie.
enum LayerExtent {
  /// Beyond this, in any unit, is no place: eastings with the zone in front end at 61 000 000.
  private static let limit = 1e8

  /// Nil where no feature has coordinates that are a place.
  static func of(_ layer: OGRLayerH) -> Extent? {
    var envelope = OGREnvelope()
    guard OGR_L_GetExtent(layer, &envelope, 1) == OGRERR_NONE else { return nil }
    if let extent = extent(envelope) { return extent }
    // A file's record of its extent is spoilt by one feature with NaN, infinite or absurd ones.
    return ofFeatures(layer)
  }

  /// The same from the features themselves.
  static func ofFeatures(_ layer: OGRLayerH) -> Extent? {
    // Features without a readable shape are for whoever reads the rows.
    Diagnostics().run { scan(layer) }
  }

  /// The boxes of all features that have coordinates, in the order of the layer.
  static func spots(_ layer: OGRLayerH) -> [Extent] {
    Diagnostics().run {
      OGR_L_SetIgnoredFields(layer, nil)
      var envelope = OGREnvelope()
      var all: [Extent] = []
      OGR_L_ResetReading(layer)
      while let feature = OGR_L_GetNextFeature(layer) {
        defer { OGR_F_Destroy(feature) }
        guard let shape = OGR_F_GetGeometryRef(feature), OGR_G_IsEmpty(shape) == 0 else { continue }
        OGR_G_GetEnvelope(shape, &envelope)
        let numbers = [envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY]
        guard numbers.allSatisfy({ abs($0) < limit }) else { continue }
        all.append(
          Extent(
            minX: envelope.MinX, minY: envelope.MinY, maxX: envelope.MaxX, maxY: envelope.MaxY))
      }
      OGR_L_ResetReading(layer)
      return all
    }
  }

  private static func scan(_ layer: OGRLayerH) -> Extent? {
    // Whoever looked before may have had the driver leave out the shapes.
    OGR_L_SetIgnoredFields(layer, nil)
    var envelope = OGREnvelope()
    var all: Extent?
    OGR_L_ResetReading(layer)
    while let feature = OGR_L_GetNextFeature(layer) {
      defer { OGR_F_Destroy(feature) }
      guard let shape = OGR_F_GetGeometryRef(feature), OGR_G_IsEmpty(shape) == 0 else { continue }
      OGR_G_GetEnvelope(shape, &envelope)
      guard let one = extent(envelope) else { continue }
      all = Extent(
        minX: min(all?.minX ?? one.minX, one.minX), minY: min(all?.minY ?? one.minY, one.minY),
        maxX: max(all?.maxX ?? one.maxX, one.maxX), maxY: max(all?.maxY ?? one.maxY, one.maxY))
    }
    OGR_L_ResetReading(layer)
    return all
  }

  private static func extent(_ envelope: OGREnvelope) -> Extent? {
    let numbers = [envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY]
    // A shapefile with nothing but null shapes has zeros in its header.
    // False for NaN too.
    guard numbers.allSatisfy({ abs($0) < limit }), numbers.contains(where: { $0 != 0 }),
      envelope.MinX <= envelope.MaxX, envelope.MinY <= envelope.MaxY
    else { return nil }
    return Extent(
      minX: envelope.MinX, minY: envelope.MinY, maxX: envelope.MaxX, maxY: envelope.MaxY)
  }
}
