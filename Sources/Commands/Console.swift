internal import Glibc
public import Pipeline
internal import Synchronization

/// The person at the keyboard: results go to standard output, progress and complaints to standard
/// error, and the wish to stop comes back.
public final class Console: Sendable {
  /// The process's own streams and signals; for the command line, once per process.
  public static func standard() -> Console {
    Console(output: STDOUT_FILENO, errors: STDERR_FILENO, interruption: .onSignals())
  }

  /// Polled by whatever takes long.
  let interruption: Interruption
  private let output: Int32
  private let errors: Int32
  /// Whether standard error is a terminal, on which a line may be drawn anew.
  let isInteractive: Bool
  let isOutputTerminal: Bool
  private let progress = Mutex(ProgressLine())
  /// The C library's number of what went wrong with the output; 0 for nothing.
  private let outputError = Mutex<Int32>(0)

  public init(output: Int32, errors: Int32, interruption: Interruption = Interruption()) {
    self.interruption = interruption
    self.output = output
    self.errors = errors
    isInteractive = isatty(errors) == 1 && Self.variable("TERM") != "dumb"
    isOutputTerminal = isatty(output) == 1
  }

  /// Whether text may be coloured: a terminal, and the user did not say otherwise (no-color.org).
  var usesColour: Bool { isOutputTerminal && Self.variable("NO_COLOR") == nil }

  /// Columns of the terminal; 80 where there is none.
  var width: Int {
    var size = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 80 }
    return Int(size.ws_col)
  }

  /// Puts out a result. What cannot be written is not tried again; `outputFailure` tells why.
  func print(_ text: String) {
    outputError.withLock { error in
      if error == 0 { error = Self.write(text + "\n", to: output) }
    }
  }

  /// Whether somebody takes what is printed.
  var canPrint: Bool { outputError.withLock { $0 == 0 } }

  /// Why results could not be printed; nil where they were, or where the reader had enough.
  var outputFailure: String? {
    outputError.withLock { $0 == 0 || $0 == EPIPE ? nil : String(cString: strerror($0)) }
  }

  /// A line about the state of affairs, not part of the result.
  func note(_ text: String) {
    progress.withLock { line in
      let erasure = line.erase(isInteractive)
      Self.write(erasure + text + "\n", to: errors)
    }
  }

  func complain(_ text: String) { note(text) }

  /// Shows how far a stage has come: a bar on a terminal, a line now and then in a log.
  func show(stage: String, done: Int, total: Int?, unit: String) {
    progress.withLock { line in
      let text = line.advance(
        stage: stage, done: done, total: total, unit: unit, isInteractive: isInteractive)
      if !text.isEmpty { Self.write(text, to: errors) }
    }
  }

  func finishProgress() {
    progress.withLock { line in
      let text = line.erase(isInteractive)
      if !text.isEmpty { Self.write(text, to: errors) }
    }
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Writes all of a text. A closed pipe ends the writing, not the run: results are in files.
  ///
  /// - Returns: the C library's number of what went wrong; 0 for nothing.
  @discardableResult
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { return errno }
      bytes = bytes.dropFirst(written)
    }
    return 0
  }
}
