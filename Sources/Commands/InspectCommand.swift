internal import Foundation
internal import Geospatial
internal import Mapping
internal import Pipeline
internal import Stages

/// `lintan inspect`: says what files are, before any pipeline exists.
enum InspectCommand: Command {
  static let name = "inspect"
  static let summary = "say what a file is: layers, fields, encoding, place, mapping, problems"
  static let usage = "FILE… [options]"
  static let options = [
    Arguments.Option("layer", "NAME", help: "look at this layer or sheet only"),
    Arguments.Option("encoding", "NAME", help: "read texts as UTF-8, GBK, GB18030 or BIG5"),
    Arguments.Option("epsg", "CODE", help: "take coordinates as this system, such as 4526"),
    Arguments.Option(
      "central-meridian", "DEGREES", help: "of six-digit eastings without a .prj, such as 114"),
    Arguments.Option(
      "mappings", "DIR", help: "compare with these mappings (default \(defaultFolder))"),
    Arguments.Option("write-mapping", "PATH", help: "draft a mapping file for the layer"),
    Arguments.Option("force", help: "replace the file of --write-mapping"),
    Arguments.Option("json", help: "print everything as JSON"),
  ]

  static let defaultFolder = "pipelines/mappings"

  static func run(_ arguments: Arguments, console: Console) throws {
    guard !arguments.words.isEmpty else {
      throw UsageError.missingArgument("a file", command: name)
    }
    let draftPath = arguments.text("write-mapping")
    if draftPath != nil, arguments.words.count > 1 {
      throw UsageError.extraArgument(arguments.words[1], command: "inspect --write-mapping")
    }
    if let draftPath, !arguments.has("force"), FileManager.default.fileExists(atPath: draftPath) {
      throw OutputError(
        path: draftPath, problem: .cannotCreate("it exists; add --force to replace it"))
    }
    let mappings =
      try arguments.text("mappings").map { try MappingCatalog(folder: $0) }
      ?? MappingCatalog(folder: defaultFolder, isOptional: true)
    let inspector = FileInspector(mappings: mappings, options: try options(arguments))

    let isJSON = arguments.has("json")
    let width = console.isOutputTerminal ? min(max(console.width, 60), 100) : 80
    var document = InspectDocument()
    var firstFailure: (any Error)?
    let files = arguments.words.flatMap { Self.files($0) }
    if draftPath != nil, files.count > 1, let first = arguments.words.first {
      let names = files.compactMap { try? $0.get() }.map(name(of:))
      throw SourceError(path: first, problem: .severalLayers(names))
    }
    for (number, file) in files.enumerated() {
      var path = arguments.words.first ?? ""
      do {
        let found = try file.get()
        path = FileSet.shown(found)
        let inspection = try inspect(found, inspector, console)
        if let draftPath { try draft(inspection, mappings, draftPath, console) }
        let refusal = inspection.refusal.map { FailureReport($0) }
        document.files.append(
          .init(
            path: path, inspection: inspection,
            failure: refusal.map { .init(text: $0.text, exitCode: $0.exitCode.rawValue) }))
        if !isJSON {
          if number > 0 { console.print("") }
          let page = InspectPage(width: width, isColoured: console.usesColour)
          console.print(
            InspectText(page: page, mappingFolder: mappings.folder).render(inspection))
        }
        // Described all the same; the exit code is that of a run.
        if let refusal {
          if firstFailure == nil {
            firstFailure = inspection.refusal
          } else {
            console.complain(refusal.text)
          }
        }
      } catch {
        console.finishProgress()
        var error = error
        if var source = error as? SourceError {
          source.path = FileSet.shown(source.path)
          path = source.path
          error = source
        }
        let report = FailureReport(error)
        document.files.append(
          .init(path: path, failure: .init(text: report.text, exitCode: report.exitCode.rawValue)))
        // The first failure is thrown in the end and printed by whoever catches it.
        if firstFailure == nil { firstFailure = error } else { console.complain(report.text) }
      }
    }
    if isJSON {
      var text = try CanonicalJSON.pretty(document)
      text.removeLast()
      console.print(text)
    }
    if let firstFailure { throw firstFailure }
  }

  /// The files that a word of the command line stands for: all tables of a ZIP archive, what a
  /// pattern matches that no shell has replaced, or itself.
  private static func files(_ word: String) -> [Result<String, SourceError>] {
    let lowered = word.lowercased()
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: word, isDirectory: &isFolder)
    let isPattern = !exists && word.contains { $0 == "*" || $0 == "?" }
    let isArchive = (lowered.hasSuffix(".zip") || lowered.contains(".zip/")) && !isFolder.boolValue
    let isTables = isFolder.boolValue && !lowered.hasSuffix(".gdb")
    guard isArchive || isPattern || isTables else { return [.success(word)] }
    do throws(SourceError) {
      let found = try FileSet.expand(isArchive && lowered.hasSuffix(".zip") ? word + "/*" : word)
      return found.map { .success($0) }
    } catch {
      return [.failure(error)]
    }
  }

  /// How a table is called in its archive.
  private static func name(of path: String) -> String {
    FileSet.shown(path).split(separator: "/").last.map(String.init) ?? path
  }

  private static func options(_ arguments: Arguments) throws(UsageError) -> InspectOptions {
    var options = InspectOptions(layer: arguments.text("layer"))
    options.epsg = try arguments.integer("epsg", in: 1024...32767)
    options.centralMeridian = try arguments.integer("central-meridian", in: 75...135)
    if let meridian = options.centralMeridian, meridian % 3 != 0 {
      throw .badValue(
        option: "--central-meridian", value: "\(meridian)", expected: "75, 78, 81 … 135")
    }
    if let name = arguments.text("encoding") {
      guard let encoding = TextEncoding(named: name) else {
        throw .badValue(
          option: "--encoding", value: name,
          expected: "one of " + TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))
      }
      options.encoding = encoding
    }
    return options
  }

  /// Progress is shown once two seconds have passed: most files take less.
  private static func inspect(
    _ path: String, _ inspector: FileInspector, _ console: Console
  ) throws -> FileInspection {
    let start = ContinuousClock.now
    defer { console.finishProgress() }
    return try inspector.inspect(path) { done, total in
      guard ContinuousClock.now - start > .seconds(2) else { return }
      // Rows are read twice.
      console.show(stage: "reading", done: done / 2, total: total / 2, unit: "rows")
    }
  }

  private static func draft(
    _ inspection: FileInspection, _ mappings: MappingCatalog, _ path: String, _ console: Console
  ) throws {
    if inspection.layers.count > 1 {
      throw SourceError(
        path: inspection.path, problem: .severalLayers(inspection.layers.map(\.layer)))
    }
    let draft: MappingDraft
    if let layer = inspection.layers.first {
      draft = MappingDraft(layer, of: inspection.path, mappings: mappings, destination: path)
    } else if let sheet = inspection.sheets.first {
      draft = MappingDraft(sheet, of: inspection.path, destination: path)
    } else {
      return
    }
    // A link leads to the file that is meant.
    try AtomicFile.write(draft.text, to: Path.absolute(path))
    console.note(
      "wrote \(path): a mapping of kind \(draft.kind.rawValue), \(draft.found) fields matched")
    if draft.missing.isEmpty {
      console.note("  nothing is left to fill in; check it, then name it in a pipeline")
    } else {
      console.note(
        "  still to be filled in, marked \"?\": " + draft.missing.joined(separator: ", "))
    }
  }
}
