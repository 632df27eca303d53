public import Mapping

/// One declared source with geometry: the files it consists of and how to read them.
public struct LayerSource: Sendable {
  /// The path as written, a pattern perhaps.
  public var declaredPath: String
  /// The data files, sorted; each with its sidecars.
  public var files: [SourceFile]
  /// Layer to read where a file holds several.
  public var layer: String?
  /// Encoding declared by the pipeline, such as `GBK`.
  public var encoding: String?
  /// EPSG code declared by the pipeline for files without a usable .prj.
  public var epsg: Int?
  /// GB/T 2260 code of the county, which places six-digit eastings where no .prj does.
  public var countyCode: String?
  /// Central meridian in degrees, which does the same for counties whose zone is not known.
  public var centralMeridian: Int?
  /// The bureau's own way from Xian 1980 or Beijing 1954 to CGCS2000.
  public var datumShift: DatumShift?
  public var mapping: MappingFile
  /// The mapping file's path, for messages.
  public var mappingPath: String

  init(
    declaredPath: String, files: [SourceFile], layer: String?, encoding: String?, epsg: Int?,
    countyCode: String? = nil, centralMeridian: Int? = nil, datumShift: DatumShift? = nil,
    mapping: MappingFile,
    mappingPath: String
  ) {
    self.centralMeridian = centralMeridian
    self.declaredPath = declaredPath
    self.files = files
    self.layer = layer
    self.encoding = encoding
    self.epsg = epsg
    self.countyCode = countyCode
    self.datumShift = datumShift
    self.mapping = mapping
    self.mappingPath = mappingPath
  }
}
