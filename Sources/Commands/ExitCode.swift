/// Exit codes of `lintan`, after sysexits(3) where it has a fitting one.
public enum ExitCode: Int32, Sendable, CaseIterable {
  case success = 0
  /// The command line cannot be understood.
  case usage = 64
  /// Rows hold values that cannot be used.
  case data = 65
  /// A file does not exist or cannot be read.
  case noInput = 66
  /// A path is not the kind of thing that is needed: a folder for a file, an unknown format.
  case wrongKind = 67
  /// A layer or column that a mapping names is not in the file.
  case missingColumn = 68
  /// A layer has no rows.
  case emptyLayer = 69
  /// A mistake in the program.
  case software = 70
  /// A file is damaged or changed while it was read.
  case damaged = 71
  /// A result cannot be written.
  case cannotWrite = 73
  /// A result of an earlier stage cannot be read.
  case store = 74
  /// Another run works in the same folder.
  case busy = 75
  /// Coordinates cannot be placed, or not be transformed without a datum shift.
  case coordinates = 76
  /// A pipeline, mapping, method or code list file is wrong.
  case configuration = 78
  /// Ctrl-C or a signal.
  case interrupted = 130

  /// One line for the table of `lintan help`.
  public var meaning: String {
    switch self {
    case .success: "done"
    case .usage: "the command line cannot be understood"
    case .data: "rows hold values that cannot be used"
    case .noInput: "a file does not exist or cannot be read"
    case .wrongKind: "a path is not the kind of thing that is needed"
    case .missingColumn: "a column or layer that a mapping names is not in the file"
    case .emptyLayer: "a layer has no rows"
    case .software: "a mistake in the program"
    case .damaged: "a file is damaged, or changed while it was read"
    case .cannotWrite: "a result cannot be written"
    case .store: "a stored result cannot be read"
    case .busy: "another run works in the same folder"
    case .coordinates: "coordinates cannot be placed or transformed"
    case .configuration: "a pipeline, mapping, method or code list file is wrong"
    case .interrupted: "interrupted; complete stages are kept"
    }
  }
}
