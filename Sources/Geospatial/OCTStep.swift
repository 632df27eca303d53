internal import CGDAL

/// One of GDAL's transformations; freed with the last reference.
final class OCTStep {
  enum End {
    case system(CoordinateSystem)
    case geographicOf(CoordinateSystem)

    var label: String {
      switch self {
      case .system(let system): system.label
      case .geographicOf(let system): "the degrees of " + system.label
      }
    }

    func reference() -> SpatialReference? {
      switch self {
      case .system(let system): return SpatialReference(system)
      case .geographicOf(let system): return SpatialReference(system)?.geographic()
      }
    }
  }

  let handle: OGRCoordinateTransformationH

  convenience init(
    _ from: CoordinateSystem, _ to: End, operation: String?, _ diagnostics: Diagnostics
  ) throws(CoordinateProblem) {
    try self.init(.system(from), to, operation: operation, diagnostics)
  }

  convenience init(
    _ from: End, _ to: CoordinateSystem, operation: String?, _ diagnostics: Diagnostics
  ) throws(CoordinateProblem) {
    try self.init(from, .system(to), operation: operation, diagnostics)
  }

  convenience init(
    _ from: CoordinateSystem, _ to: CoordinateSystem, operation: String?,
    _ diagnostics: Diagnostics
  ) throws(CoordinateProblem) {
    try self.init(.system(from), .system(to), operation: operation, diagnostics)
  }

  init(
    _ from: End, _ to: End, operation: String?, _ diagnostics: Diagnostics
  ) throws(CoordinateProblem) {
    guard let source = from.reference() else { throw .unknownSystem(from.label) }
    guard let target = to.reference() else { throw .unknownSystem(to.label) }
    let options = OCTNewCoordinateTransformationOptions()
    defer { OCTDestroyCoordinateTransformationOptions(options) }
    OCTCoordinateTransformationOptionsSetBallparkAllowed(options, 0)
    if let operation {
      OCTCoordinateTransformationOptionsSetOperation(options, operation, 0)
    }
    guard
      let handle = OCTNewCoordinateTransformationEx(source.handle, target.handle, options)
    else {
      throw .noTransformation(
        from: from.label, to: to.label, reason: diagnostics.failure ?? "no reason given")
    }
    self.handle = handle
  }

  deinit { OCTDestroyCoordinateTransformation(handle) }
}
