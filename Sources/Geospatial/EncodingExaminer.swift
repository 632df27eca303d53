/// Decides the encoding of a file from its bytes, and meanwhile finds damage GDAL would not.
enum EncodingExaminer {
  /// - Returns: the decision, and the number of rows not deleted where the file can say so.
  static func examine(
    path: String, layer: String?, configured: TextEncoding?
  ) throws(SourceError) -> (EncodingDecision, liveRows: Int?) {
    let fixed = EncodingDecision(encoding: .utf8, evidence: .format)
    // Missing files, folders and unknown kinds are reported where the file is opened.
    guard FileSet.exists(path), !FileSet.isFolder(path), let kind = SourceKind(path: path) else {
      return (fixed, nil)
    }
    switch kind {
    case .table, .spreadsheet: return (fixed, nil)
    case .delimited: return (try delimited(path, configured), nil)
    case .shapefile: return try shapefile(path, layer, configured)
    }
  }

  private static func shapefile(
    _ path: String, _ layer: String?, _ configured: TextEncoding?
  ) throws(SourceError) -> (EncodingDecision, liveRows: Int?) {
    func failure(_ problem: SourceError.Problem) -> SourceError {
      SourceError(path: path, layer: layer, problem: problem)
    }
    let dbf = FileSet.part(".dbf", of: path)
    let shp = FileSet.part(".shp", of: path)
    var decision = EncodingDecision(encoding: .utf8, evidence: .onlyASCII)
    var live: Int?
    var rows: Int?
    if let dbf {
      do throws(DBFTable.Failure) {
        let table = try DBFTable(dbf)
        rows = table.recordCount
        live = table.liveCount
        let cpg = FileSet.part(".cpg", of: path).flatMap(firstLine)
        decision = try decide(table.census(), cpg, table.languageByte, configured)
      } catch {
        switch error {
        case .cannotOpen: throw failure(.notReadable("the .dbf cannot be opened"))
        case .damaged(let what): throw failure(.damaged(what))
        case .undecided(let reason): throw failure(.undecidedEncoding(reason))
        }
      }
    }
    if let shp {
      do throws(ShapefileCheck.Failure) {
        try ShapefileCheck.check(shp: shp, shx: FileSet.part(".shx", of: path), dbfRows: rows)
      } catch {
        throw failure(.damaged(error.what))
      }
    }
    return (decision, live)
  }

  private static func decide(
    _ census: EncodingCensus, _ cpg: String?, _ languageByte: UInt8?, _ configured: TextEncoding?
  ) throws(DBFTable.Failure) -> EncodingDecision {
    do throws(UndecidedEncoding) {
      return try EncodingRule.decide(
        census: census, cpg: cpg, languageByte: languageByte, configured: configured)
    } catch {
      throw .undecided(error.reason)
    }
  }

  /// A delimited file: the rule of tables without claims, line by line.
  static func delimited(
    _ path: String, _ configured: TextEncoding?
  ) throws(SourceError) -> EncodingDecision {
    let file: RawFile
    do throws(RawFile.Failure) { file = try RawFile(path) } catch {
      throw SourceError(path: path, problem: .notReadable("the file cannot be opened"))
    }
    let census = lineCensus(file.bytes)
    do throws(UndecidedEncoding) {
      return try EncodingRule.decide(
        census: census, cpg: nil, languageByte: nil, configured: configured)
    } catch {
      throw SourceError(path: path, problem: .undecidedEncoding(error.reason))
    }
  }

  private static func lineCensus(_ bytes: UnsafeRawBufferPointer) -> EncodingCensus {
    var census = EncodingCensus()
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      census.add(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), fillsField: false)
      start = end + 1
    }
    return census
  }

  private static func firstLine(_ path: String) -> String? {
    let file: RawFile
    do throws(RawFile.Failure) { file = try RawFile(path) } catch { return nil }
    let line = file.bytes.prefix(64).prefix { $0 != 0x0A && $0 != 0x0D }
    var text = String(decoding: line, as: UTF8.self)
    text.removeAll { $0 == " " || $0 == "\u{FEFF}" }
    return text.isEmpty ? nil : text
  }
}
