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
    case .table("GeoJSON"), .table("GeoJSONSeq"):
      // Configured, damaged texts are counted instead.
      if configured != .utf8 { try json(path) }
      return (fixed, nil)
    case .spreadsheet:
      if let what = ZipPath.bomb(UnpackedWorkbook.openable(path)) {
        throw SourceError(path: path, problem: .notReadable(what))
      }
      return (fixed, nil)
    case .table: return (fixed, nil)
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
        let survey = try table.survey()
        rows = table.recordCount
        live = survey.liveCount
        let cpg = FileSet.part(".cpg", of: path).flatMap(firstLine)
        decision = try decide(survey.census, cpg, table.languageByte, configured)
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
    try refuseUTF16(path)
    let census: EncodingCensus
    let check: DelimitedCheck
    do throws(RawFile.Failure) { (census, check) = try lineCensus(path) } catch {
      throw SourceError(path: path, problem: problem(error))
    }
    let decision: EncodingDecision
    do throws(UndecidedEncoding) {
      decision = try EncodingRule.decide(
        census: census, cpg: nil, languageByte: nil, configured: configured)
    } catch {
      throw SourceError(path: path, problem: .undecidedEncoding(error.reason))
    }
    if let what = check.problem {
      throw SourceError(path: path, problem: .damaged(what))
    }
    return decision
  }

  /// Excel's “Unicode text” is UTF-16, with a mark in front.
  private static func refuseUTF16(_ path: String) throws(SourceError) {
    let start: [UInt8]
    do throws(RawFile.Failure) { start = try RawFile(path).prefix(4096) } catch {
      throw SourceError(path: path, problem: problem(error))
    }
    let isMarked = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
    guard isMarked || start.count(where: { $0 == 0 }) * 4 > start.count else { return }
    throw SourceError(path: path, problem: .wrongEncoding(found: "UTF-16", needed: "UTF-8 or GBK"))
  }

  /// GeoJSON is UTF-8 (RFC 7946, 8259), and no other encoding of Chinese can be told from it later:
  /// bytes of GBK characters are backslashes to a reader of JSON.
  private static func json(_ path: String) throws(SourceError) {
    do {
      let file = try RawFile(path)
      var start = 0
      while start < file.size {
        let piece = try file.bytes(start..<min(start + (1 << 20), file.size))
        let sound = piece.withUnsafeBytes { soundUTF8($0) }
        // A character may be cut by the end of the piece, but not by the end of the file.
        let isCut = sound > piece.count - 4 && start + piece.count < file.size && sound > 0
        guard sound == piece.count || isCut else {
          throw SourceError(
            path: path,
            problem: .wrongEncoding(
              found: "bytes at \(start + sound) that are not UTF-8", needed: "UTF-8"))
        }
        start += sound
      }
    } catch let error as SourceError {
      throw error
    } catch {
      throw SourceError(path: path, problem: .notReadable("the file cannot be read to its end"))
    }
  }

  /// How many bytes from the start are well-formed.
  private static func soundUTF8(_ bytes: UnsafeRawBufferPointer) -> Int {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      guard case .complete(let length) = TextDecoder.utf8Length(bytes, at: index) else { break }
      index += length
    }
    return index
  }

  static func problem(_ failure: RawFile.Failure) -> SourceError.Problem {
    switch failure {
    case .cannotOpen, .isFolder: .notReadable("the file cannot be opened")
    case .cutShort(let at): .damaged("nothing can be read beyond byte \(at)")
    }
  }

  /// Takes in the lines of a file, which is read in pieces.
  private static func lineCensus(
    _ path: String
  ) throws(RawFile.Failure) -> (EncodingCensus, DelimitedCheck) {
    let file = try RawFile(path)
    var check = DelimitedCheck(delimiter: DelimitedText.delimiter(try file.prefix(1 << 20)))
    var census = EncodingCensus()
    var line: [UInt8] = []
    var start = 0
    while start < file.size {
      let piece = try file.bytes(start..<min(start + (1 << 20), file.size))
      start += piece.count
      check.feed(piece)
      var rest = piece[...]
      while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        line += rest[..<end]
        line.withUnsafeBytes { census.add($0, fillsField: false) }
        line.removeAll(keepingCapacity: true)
        rest = rest[(end + 1)...]
      }
      line += rest
    }
    line.withUnsafeBytes { census.add($0, fillsField: false) }
    check.finish()
    return (census, check)
  }

  private static func firstLine(_ path: String) -> String? {
    let start: [UInt8]
    do throws(RawFile.Failure) { start = try RawFile(path).prefix(64) } catch { return nil }
    let line = start.prefix { $0 != 0x0A && $0 != 0x0D }
    var text = String(decoding: line, as: UTF8.self)
    text.removeAll { $0 == " " || $0 == "\u{FEFF}" }
    return text.isEmpty ? nil : text
  }
}
