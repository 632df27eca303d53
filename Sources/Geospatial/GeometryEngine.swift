internal import CGDAL

/// Geometric operations of GEOS through GDAL, without state. Geometries are well-known binary in
/// plane coordinates; bytes that are none give nil.
///
/// Slow beside the area kernels of `Geometry`: meant for repairs, shapes for maps, and as the
/// independent answer in tests.
public struct GeometryEngine: Sendable {
  public struct Validity: Sendable, Equatable {
    public var isValid: Bool
    /// What GEOS finds wrong and where, such as `Self-intersection at or near point 5 5`.
    public var reason: String
  }

  public init() { GDALLibrary.prepare() }

  /// Whether a polygon follows the simple features rules.
  public func validity(_ wkb: some Collection<UInt8>) -> Validity? {
    let diagnostics = Diagnostics()
    return diagnostics.run { () -> Validity? in
      guard let shape = Shape(wkb) else { return nil }
      let isValid = OGR_G_IsValid(shape.handle) != 0
      return Validity(isValid: isValid, reason: isValid ? "" : diagnostics.texts.last ?? "")
    }
  }

  /// The repaired geometry, polygons only; empty if nothing of area is left.
  public func makeValid(
    _ wkb: some Collection<UInt8>, method: MakeValidMethod = .structure
  ) -> [UInt8]? {
    quietly { () -> [UInt8]? in
      guard let shape = Shape(wkb) else { return nil }
      let repaired = GDALLibrary.withStrings(["METHOD=\(method.rawValue)"]) {
        OGR_G_MakeValidEx(shape.handle, $0)
      }
      return GeometryEngine.polygons(repaired)
    }
  }

  /// Area in square units of the coordinates.
  public func area(_ wkb: some Collection<UInt8>) -> Double? {
    quietly { () -> Double? in
      guard let shape = Shape(wkb) else { return nil }
      return OGR_G_Area(shape.handle)
    }
  }

  public func intersectionArea(
    _ a: some Collection<UInt8>, _ b: some Collection<UInt8>
  ) -> Double? {
    combinedArea(a, b, OGR_G_Intersection)
  }

  public func unionArea(_ a: some Collection<UInt8>, _ b: some Collection<UInt8>) -> Double? {
    combinedArea(a, b, OGR_G_Union)
  }

  /// Area of `a` without `b`.
  public func differenceArea(_ a: some Collection<UInt8>, _ b: some Collection<UInt8>) -> Double? {
    combinedArea(a, b, OGR_G_Difference)
  }

  /// The polygonal intersection; empty if they share no area.
  public func intersection(_ a: some Collection<UInt8>, _ b: some Collection<UInt8>) -> [UInt8]? {
    quietly { () -> [UInt8]? in
      guard let first = Shape(a), let second = Shape(b) else { return nil }
      return GeometryEngine.polygons(OGR_G_Intersection(first.handle, second.handle))
    }
  }

  /// The polygonal part of `a` outside `b`; empty if nothing is left.
  public func difference(_ a: some Collection<UInt8>, _ b: some Collection<UInt8>) -> [UInt8]? {
    quietly { () -> [UInt8]? in
      guard let first = Shape(a), let second = Shape(b) else { return nil }
      return GeometryEngine.polygons(OGR_G_Difference(first.handle, second.handle))
    }
  }

  /// With fewer vertices, none moved by more than `tolerance`. Each polygon for itself: shared
  /// edges may open by as much.
  public func simplify(_ wkb: some Collection<UInt8>, tolerance: Double) -> [UInt8]? {
    quietly { () -> [UInt8]? in
      guard let shape = Shape(wkb) else { return nil }
      return GeometryEngine.polygons(
        OGR_G_SimplifyPreserveTopology(shape.handle, tolerance))
    }
  }

  public func envelope(_ wkb: some Collection<UInt8>) -> Extent? {
    quietly { () -> Extent? in
      guard let shape = Shape(wkb), OGR_G_IsEmpty(shape.handle) == 0 else { return nil }
      var box = OGREnvelope()
      OGR_G_GetEnvelope(shape.handle, &box)
      return Extent(minX: box.MinX, minY: box.MinY, maxX: box.MaxX, maxY: box.MaxY)
    }
  }

  private struct Shape: ~Copyable {
    let handle: OGRGeometryH

    init?(_ wkb: some Collection<UInt8>) {
      guard let handle = GeometryBytes.geometry(wkb) else { return nil }
      self.handle = handle
    }

    deinit { OGR_G_DestroyGeometry(handle) }
  }

  private func quietly<R>(_ body: () -> R) -> R { Diagnostics().run(body) }

  private func combinedArea(
    _ a: some Collection<UInt8>, _ b: some Collection<UInt8>,
    _ combine: (OGRGeometryH, OGRGeometryH) -> OGRGeometryH?
  ) -> Double? {
    quietly { () -> Double? in
      guard let first = Shape(a), let second = Shape(b),
        let result = combine(first.handle, second.handle)
      else { return nil }
      defer { OGR_G_DestroyGeometry(result) }
      return OGR_G_Area(result)
    }
  }

  /// Consumes the geometry.
  private static func polygons(_ shape: OGRGeometryH?) -> [UInt8]? {
    guard let shape else { return nil }
    var bytes: [UInt8] = []
    switch OGR_G_GetGeometryType(shape) {
    case wkbPoint, wkbMultiPoint, wkbLineString, wkbMultiLineString: break
    default: GeometryBytes.append(shape, to: &bytes)
    }
    OGR_G_DestroyGeometry(shape)
    return bytes
  }
}
