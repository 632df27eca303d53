/// Finds what would make a reader of delimited text lose rows without a word: a quotation mark
/// that is never closed takes in all lines up to the next one, and a zero byte ends a line for
/// programs written in C.
///
/// Fed piece by piece. Works on bytes: no byte of a GBK or Big5 character is a quotation mark, a
/// delimiter or the end of a line.
struct DelimitedCheck {
  /// What is wrong, as a clause; the first thing met.
  private(set) var problem: String?
  /// Bytes that are zero.
  private(set) var zeros = 0

  private let delimiter: UInt8
  private var line = 1
  private var state = State.cellStart
  /// Where the quotation mark was opened.
  private var openedIn = 1
  private var lastWasReturn = false

  private enum State {
    case cellStart
    case plain
    /// Behind an odd number of quotation marks inside a cell that does not begin with one.
    case stray
    case quoted
    /// Behind a quotation mark that closes the cell or is the first of two.
    case closed
  }

  init(delimiter: UInt8) { self.delimiter = delimiter }

  mutating func feed(_ bytes: [UInt8]) {
    for byte in bytes {
      let isQuote = byte == UInt8(ascii: "\"")
      let isEnd = byte == 0x0A || byte == 0x0D
      switch state {
      case .quoted:
        if isQuote { state = .closed }
      case .cellStart where isQuote:
        state = .quoted
        openedIn = line
      case .plain where isQuote:
        state = .stray
        openedIn = line
      case .stray where isQuote: state = .plain
      case .stray where isEnd || byte == delimiter:
        note(
          "line \(openedIn) has a quotation mark inside a cell: write it twice and put the "
            + "cell in quotation marks")
        state = .cellStart
      case .closed where isQuote: state = .quoted
      case .closed where !isEnd && byte != delimiter && byte != 0x20:
        note(
          "text follows the closing quotation mark in line \(line); the one opened in line "
            + "\(openedIn) may never have been closed")
        state = .plain
      case .cellStart, .plain, .stray, .closed:
        if isEnd || byte == delimiter {
          state = .cellStart
        } else if byte != 0x20, state == .cellStart {
          state = .plain
        }
      }
      if byte == 0 {
        zeros += 1
        note("line \(line) has a zero byte, which no text has")
      }
      if byte == 0x0D || (byte == 0x0A && !lastWasReturn) { line += 1 }
      lastWasReturn = byte == 0x0D
    }
  }

  mutating func finish() {
    if state == .quoted { note("the quotation mark opened in line \(openedIn) is never closed") }
    if state == .stray {
      note(
        "line \(openedIn) has a quotation mark inside a cell: write it twice and put the cell "
          + "in quotation marks")
    }
  }

  private mutating func note(_ text: String) {
    if problem == nil { problem = text }
  }
}
