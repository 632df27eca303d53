internal import CGDAL
public import Geometry

/// Brings coordinates from one system into another; one per thread.
///
/// PROJ is never allowed to make do with a "ballpark" identity between datums.
public struct CoordinateTransformer: ~Copyable {
  public let source: CoordinateSystem
  public let target: CoordinateSystem
  /// True if CGCS2000 and WGS 84 were taken for the same frame. They differ by less than a metre.
  public let equatesCGCS2000AndWGS84: Bool
  private let steps: [OCTStep]

  /// - Parameter helmert: from the datum of `source` to CGCS2000; needed from Xian 1980 and
  ///   Beijing 1954.
  public init(
    from source: CoordinateSystem, to target: CoordinateSystem, helmert: HelmertParameters? = nil
  ) throws(CoordinateProblem) {
    self.source = source
    self.target = target
    let diagnostics = Diagnostics()
    let modern: [CoordinateSystem.Datum] = [.cgcs2000, .wgs84]
    let old: [CoordinateSystem.Datum] = [.xian1980, .beijing1954]
    let differs = source.datum != target.datum
    let equates = differs && modern.contains(source.datum) && modern.contains(target.datum)
    equatesCGCS2000AndWGS84 = equates
    if differs, old.contains(source.datum) || old.contains(target.datum) {
      guard let helmert, old.contains(source.datum), modern.contains(target.datum) else {
        throw .datumShiftNeeded(from: source.datum, to: target.datum)
      }
      let ellipsoid = source.datum == .xian1980 ? "IAU76" : "krass"
      let pipeline = helmert.pipeline(
        fromEllipsoid: ellipsoid, toEllipsoid: target.datum == .wgs84 ? "WGS84" : "GRS80")
      steps = try diagnostics.run { () throws(CoordinateProblem) -> [OCTStep] in
        let geographic = try OCTStep(
          source, .geographicOf(source), operation: nil, diagnostics)
        // Both ends in EPSG's latitude-first systems, for which the pipeline is written.
        let shift = try OCTStep(
          .geographicOf(source), .geographicOf(target), operation: pipeline, diagnostics)
        let projected = try OCTStep(.geographicOf(target), target, operation: nil, diagnostics)
        return [geographic, shift, projected]
      }
    } else if equates {
      steps = try diagnostics.run { () throws(CoordinateProblem) -> [OCTStep] in
        [
          try OCTStep(source, .geographicOf(source), operation: nil, diagnostics),
          try OCTStep(.geographicOf(target), target, operation: nil, diagnostics),
        ]
      }
    } else {
      steps = try diagnostics.run { () throws(CoordinateProblem) -> [OCTStep] in
        [try OCTStep(source, target, operation: nil, diagnostics)]
      }
    }
  }

  /// Transforms all geometries of a column in place.
  public func transform(_ column: inout WKBColumn) throws(CoordinateProblem) {
    var x: [Double] = []
    var y: [Double] = []
    var runs: [(offset: Int, points: Int)] = []
    var rowEnds: [Int] = []
    var malformed: Int?
    column.bytes.withUnsafeBytes { bytes in
      for row in 0..<column.count {
        let range = column.byteRange(row)
        if !range.isEmpty {
          let isSound = WKBWalker.runs(bytes, range) { offset, points, _ in
            runs.append((offset, points))
            for point in 0..<points {
              x.append(WKBWalker.number(bytes, offset + point * 16))
              y.append(WKBWalker.number(bytes, offset + point * 16 + 8))
            }
          }
          if !isSound, malformed == nil { malformed = row }
        }
        rowEnds.append(x.count)
      }
    }
    if let malformed { throw .malformedGeometry(row: malformed) }
    if let bad = apply(&x, &y) {
      throw .notTransformable(row: rowEnds.firstIndex { bad < $0 } ?? 0)
    }
    var point = 0
    var bytes = column.bytes
    bytes.withUnsafeMutableBytes { bytes in
      for run in runs {
        for index in 0..<run.points {
          let offset = run.offset + index * 16
          bytes.storeBytes(
            of: x[point].bitPattern.littleEndian, toByteOffset: offset, as: UInt64.self)
          bytes.storeBytes(
            of: y[point].bitPattern.littleEndian, toByteOffset: offset + 8, as: UInt64.self)
          point += 1
        }
      }
    }
    var moved = WKBColumn()
    moved.reserve(rows: column.count, bytesPerRow: bytes.count / max(1, column.count))
    for row in 0..<column.count {
      let range = column.byteRange(row)
      moved.appendRow { $0.append(contentsOf: bytes[range]) }
    }
    column = moved
  }

  /// Transforms one point (easting, northing or longitude, latitude).
  public func transform(
    x: Double, y: Double
  ) throws(CoordinateProblem) -> (x: Double, y: Double) {
    var xs = [x]
    var ys = [y]
    if apply(&xs, &ys) != nil { throw .notTransformable(row: 0) }
    return (xs[0], ys[0])
  }

  /// - Returns: the position of the first point that cannot be transformed.
  private func apply(_ x: inout [Double], _ y: inout [Double]) -> Int? {
    let diagnostics = Diagnostics()
    return diagnostics.run { () -> Int? in
      for step in steps {
        _ = OCTTransform(step.handle, Int32(x.count), &x, &y, nil)
      }
      return x.indices.first { !x[$0].isFinite || !y[$0].isFinite }
    }
  }
}
