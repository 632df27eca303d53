/// Bytes that are not a polygon in well-known binary. The row cannot be used as it is: look at
/// the feature in the source file; if many rows are concerned, the file was cut or is not a
/// polygon layer.
public struct WKBError: Error, Sendable, Equatable {
  public enum Problem: Sendable, Equatable {
    /// The bytes end before `needed` more of them could be read.
    case truncated(needed: Int, available: Int)
    /// The byte-order mark is neither 0 nor 1.
    case byteOrder(UInt8)
    /// The geometry is no polygon or multi-polygon. The code is as the bytes give it, with the
    /// flags for Z, M and SRID: points and lines have no area and must be left out earlier.
    case geometryType(UInt32)
    /// A ring does not end where it starts.
    case openRing(points: Int)
    /// A coordinate is not a finite number, or too large to compute with.
    case notFinite
    /// Bytes are left after the end of the geometry.
    case trailing(Int)
  }

  /// Row of the column, where there is one.
  public var row: Int?
  /// Where in the bytes of this geometry the trouble was met.
  public var offset: Int
  public var problem: Problem

  public init(row: Int? = nil, offset: Int, problem: Problem) {
    self.row = row
    self.offset = offset
    self.problem = problem
  }
}
