/// How a layer is written, beyond its content.
public struct WriterOptions: Sendable, Equatable {
  /// Encoding of the texts; only Shapefile and CSV have a choice.
  public var encoding: TextEncoding
  /// Shapefile: whether a .cpg names the encoding. Old programs do not write one.
  public var writesCodePage: Bool
  /// Shapefile: cut texts at the byte where the field ends, through a character if need be, as
  /// old programs do. Otherwise a text that is too long is an error.
  public var cutsTexts: Bool
  /// GeoPackage: whether a spatial index is built.
  public var spatialIndex: Bool
  /// CSV: whether the file begins with a byte order mark, which Excel needs to see UTF-8.
  public var byteOrderMark: Bool

  public init(
    encoding: TextEncoding = .utf8, writesCodePage: Bool = true, cutsTexts: Bool = false,
    spatialIndex: Bool = true, byteOrderMark: Bool = false
  ) {
    self.encoding = encoding
    self.writesCodePage = writesCodePage
    self.cutsTexts = cutsTexts
    self.spatialIndex = spatialIndex
    self.byteOrderMark = byteOrderMark
  }
}
