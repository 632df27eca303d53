internal import Archive
internal import Configuration
internal import Geometry
internal import Geospatial
internal import Mapping
internal import Pipeline
internal import Screening
internal import Stages

/// An error in words.
struct FailureMessage: Equatable {
  var problem: String
  var details: [String] = []
  var remedy: String?
  var exitCode: ExitCode

  static func of(_ error: any Error) -> FailureMessage {
    if let message = full(error) { return message }
    return switch error {
    case let error as StageFailure: of(error.underlying)
    case let error as UsageError: usage(error)
    case let error as ConfigurationError: configuration(error)
    case let error as InputFileError: inputFile(error)
    case let error as CodeListError: codeList(error)
    case let error as SourceError: source(error)
    case let error as SourceMappingError: mapping(error)
    case let error as IngestStop: stop(error)
    case let error as TooFewUsable: tooFew(error)
    case let error as UnknownSpeciesGroup: speciesGroup(error)
    case let error as DatumMix: datumMix(error)
    case let error as InputError: input(error)
    case let error as FileError: file(error)
    case let error as OutputError: output(error)
    case let error as UnusableFolder: unusable(error)
    case let error as OutputFolderInUse:
      FailureMessage(
        problem: "\(error.path) holds other files: " + list(error.strangers),
        remedy: "name a folder of its own with --output or `output` in the pipeline",
        exitCode: .cannotWrite)
    case let error as SampleExists:
      FailureMessage(
        problem: "\(error.path) already exists",
        remedy: "choose another folder, or add --force to replace the files",
        exitCode: .cannotWrite)
    case let error as TenureSourceError: tenure(error)
    case let error as CreditedSourceError: credited(error)
    case let error as OverlayError: overlay(error)
    case let error as RuleError:
      FailureMessage(
        problem: "an eligibility rule of a method file cannot be used: \(error)",
        remedy: "correct it in the method file; `lintan rules` lists the rules",
        exitCode: .configuration)
    case let error as UndeclaredInterval:
      FailureMessage(
        problem: "\(error.survey) is the only survey, and \(error.rows) 小班 carry a volume of the "
          + "previous date, of which no year is given",
        remedy: "write growth: { previousYears: … } in the pipeline file, or "
          + "growth: { rungs: [\"two-surveys\"] } to leave the previous-period fields out",
        exitCode: .configuration)
    case let error as QueryError: query(error)
    case let error as UnwritableOutput:
      FailureMessage(
        problem: "what was asked for could not be written to standard output: \(error.reason)",
        remedy: "check the free space where it goes, and any limit on file sizes",
        exitCode: .cannotWrite)
    case let error as StoreError: store(error)
    case let error as Busy:
      FailureMessage(
        problem: "another run works in \(error.path)"
          + (error.holder.map { " (process \($0))" } ?? ""),
        remedy: "wait for it to end, or name another folder with --work", exitCode: .busy)
    case let error as PlanError: plan(error)
    case let error as ExplainError: explain(error)
    case let error as ExplanationMismatch: mismatch(error)
    case is Interrupted:
      FailureMessage(
        problem: "interrupted",
        remedy: "run the same command again: complete stages are kept", exitCode: .interrupted)
    default:
      FailureMessage(
        problem: "unexpected: \(error)",
        remedy: "this is a mistake in LinTan; please report it with the command you gave",
        exitCode: .software)
    }
  }

  static func list(_ words: [String], limit: Int = 12) -> String {
    words.count <= limit
      ? words.joined(separator: ", ")
      : words.prefix(limit).joined(separator: ", ") + " … (\(words.count) in all)"
  }

  // MARK: Small cases

  private static func codeList(_ error: CodeListError) -> FailureMessage {
    var message = FailureMessage(problem: "", exitCode: .configuration)
    switch error.problem {
    case .header(let found):
      message.problem = "\(error.path):1: the first line is “\(found)”"
      message.remedy = "a code list begins with “\(CodeListTable.header)”"
    case .fieldCount(let line, let found):
      message.problem = "\(error.path):\(line): \(found) cells where four are expected"
      message.remedy = "write code,name,meaning,standing; use ， inside names"
    case .duplicateCode(let line, let code):
      message.problem = "\(error.path):\(line): code \(code) is listed twice"
      message.remedy = "keep one of the two lines"
    case .standing(let line, let found):
      message.problem = "\(error.path):\(line): standing “\(found)” is not known"
      message.remedy =
        "write how well the line is known: official (published by the authority), user (you vouch "
        + "for it), sourced, derived, recalled, surrogate or unknown"
    case .notUTF8:
      message.problem = "\(error.path): the file is neither UTF-8 nor GB 18030"
      message.remedy = "save it as UTF-8"
    }
    return message
  }

  private static func mapping(_ error: SourceMappingError) -> FailureMessage {
    switch error.problem {
    case .missingColumn(let field, let chinese, ["?"], let available):
      FailureMessage(
        problem: "\(error.mapping): columns.\(field) (\(chinese)) still says “?”",
        details: ["\(error.path) has: " + list(available, limit: 60)],
        remedy: "name the column that holds it; the mapping is a draft that is not finished",
        exitCode: .missingColumn)
    case .missingColumn(let field, let chinese, let tried, let available):
      FailureMessage(
        problem: "\(error.path): no column for \(field) (\(chinese))",
        details: [
          "looked for: " + list(tried),
          "the file has: " + list(available, limit: 60),
        ],
        // GDAL names columns like this where the first row of a sheet is a title.
        remedy: available.contains { ["Field1", "Field2", "field_2"].contains($0) }
          ? "the first row is no row of column names: delete the title rows above it"
          : "name the right column under columns.\(field) in \(error.mapping), "
            + "or mark it optional: true",
        exitCode: .missingColumn)
    case .ambiguousColumn(let field, let columns):
      FailureMessage(
        problem: "\(error.path): several columns fit \(field): " + list(columns),
        remedy: "name only one of them under columns.\(field) in \(error.mapping)",
        exitCode: .missingColumn)
    }
  }

  private static func stop(_ error: IngestStop) -> FailureMessage {
    let shown = error.causes.prefix(20).map { cause in
      let list = cause.codeList.isEmpty ? "" : " is not in code list \(cause.codeList)"
      return "\(cause.path), column \(cause.field): “\(cause.value)”\(list) — \(cause.rule), "
        + (cause.firstRow < 0
          ? "the file as a whole" + (cause.detail.isEmpty ? "" : ": " + cause.detail)
          : "\(cause.count) row\(cause.count == 1 ? "" : "s"), first in row \(cause.firstRow)")
    }
    let more = error.causes.count - shown.count
    let rules = Set(error.causes.map(\.rule)).sorted()
    let ofFiles = Set(error.causes.filter { $0.firstRow < 0 }.map(\.rule))
    let total = error.causes.reduce(0) { $0 + $1.count }
    let remedies = rules.compactMap { rule in
      RuleListing.remedy(rule).map { "\(rule): \($0)" }
    }
    let policies = rules.map {
      "rules: { \"\($0)\": \"\(ofFiles.contains($0) ? "warn" : "quarantine")\" }"
    }.joined(separator: ", ")
    return FailureMessage(
      problem: (ofFiles.count == rules.count
        ? "the file as a whole stopped the run: "
        : "\(total) row\(total == 1 ? "" : "s") stopped the run: ")
        + rules.joined(separator: ", "),
      details: shown + (more > 0 ? ["… and \(more) more values"] : []) + remedies,
      remedy: ofFiles.count == rules.count
        ? "mend what is named, or write \(policies) in \(error.pipeline) to go on all the same"
        : "mend the values, complete the code list, or write \(policies) in \(error.pipeline) to "
          + "set these rows aside",
      exitCode: .data)
  }

  private static func plan(_ error: PlanError) -> FailureMessage {
    switch error {
    case .unknownStage(let name, let known):
      FailureMessage(
        problem: "there is no stage \(name)", remedy: "stages are " + list(known),
        exitCode: .usage)
    case .duplicateStage(let name), .invalidName(let name), .unknownUpstream(let name, _):
      FailureMessage(problem: "stage \(name) is wired wrongly", exitCode: .software)
    }
  }

  private static func query(_ error: QueryError) -> FailureMessage {
    FailureMessage(
      problem: "the query cannot be run: \(error.message)", details: [error.sql],
      remedy: "`lintan query RUN` without SQL lists the tables and their columns",
      exitCode: .usage)
  }

  private static func store(_ error: StoreError) -> FailureMessage {
    FailureMessage(
      problem: "\(error.path): \(error.message) (SQLite \(error.code))",
      details: error.statement.map { [$0] } ?? [],
      remedy: error.isWriting
        ? "check the folder, its permissions, the free space and any limit on file sizes"
        : "remove the work folder and run again",
      exitCode: error.isWriting ? .cannotWrite : .store)
  }

  private static func output(_ error: OutputError) -> FailureMessage {
    FailureMessage(
      problem: "\(error.path): \(error.problem)", details: error.diagnostics,
      remedy: "check the folder, its permissions and the free space", exitCode: .cannotWrite)
  }
}
