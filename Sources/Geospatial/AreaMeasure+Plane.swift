public import Geometry

extension AreaMeasure {
  /// The same polygons on a plane in metres on which areas are those on the ground, as
  /// `hectares` measures them: what overlays work on, whose grid is one of metres.
  public func plane(_ column: WKBColumn) throws(CoordinateProblem) -> WKBColumn {
    switch mode {
    case .planar(let squareMetres):
      if squareMetres == 1 { return column }
      let metres = squareMetres.squareRoot()
      return try moved(column) { ($0 * metres, $1 * metres) }
    case .degrees(let cylinder):
      return try moved(column) { cylinder.project($0, $1) }
    case .webMercator(let cylinder):
      return try moved(column) { Self.project($0, $1, cylinder) }
    }
  }

  private func moved(
    _ column: WKBColumn, _ project: (Double, Double) -> (Double, Double)
  ) throws(CoordinateProblem) -> WKBColumn {
    var moved = WKBColumn()
    moved.reserve(rows: column.count, bytesPerRow: column.bytes.count / max(1, column.count))
    for row in 0..<column.count {
      var shape = Array(column[row])
      let isSound = shape.withUnsafeMutableBytes { bytes -> Bool in
        guard !bytes.isEmpty else { return true }
        let whole = UnsafeRawBufferPointer(bytes)
        return WKBWalker.runs(whole, 0..<bytes.count) { offset, points, _ in
          for place in stride(from: offset, to: offset + points * 16, by: 16) {
            let (x, y) = project(
              WKBWalker.number(whole, place), WKBWalker.number(whole, place + 8))
            bytes.storeBytes(
              of: x.bitPattern.littleEndian, toByteOffset: place, as: UInt64.self)
            bytes.storeBytes(
              of: y.bitPattern.littleEndian, toByteOffset: place + 8, as: UInt64.self)
          }
        }
      }
      guard isSound else { throw .malformedGeometry(row: row) }
      moved.append(shape)
    }
    return moved
  }
}
