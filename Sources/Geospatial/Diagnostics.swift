internal import CGDAL

/// One message of GDAL, PROJ or GEOS.
struct Diagnostic: Equatable {
  var isFailure: Bool
  var text: String
}

/// Keeps what GDAL says while a piece of work runs on this thread, instead of letting it print.
///
/// GDAL's handlers are per thread: the work must be synchronous.
final class Diagnostics {
  private(set) var list: [Diagnostic] = []

  var texts: [String] { list.map(\.text) }
  var failure: String? { list.first(where: \.isFailure)?.text }

  func run<R: ~Copyable, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
    CPLPushErrorHandlerEx(
      { level, _, message in
        guard let context = CPLGetErrorHandlerUserData() else { return }
        let diagnostics = Unmanaged<Diagnostics>.fromOpaque(context).takeUnretainedValue()
        diagnostics.note(
          isFailure: level.rawValue >= CE_Failure.rawValue,
          text: message.map { String(cString: $0) } ?? "")
      }, Unmanaged.passUnretained(self).toOpaque())
    CPLSetCurrentErrorHandlerCatchDebug(0)
    defer { CPLPopErrorHandler() }
    return try body()
  }

  /// Takes what was said so far as warnings.
  func forgive() {
    for place in list.indices { list[place].isFailure = false }
  }

  /// The message without the line of source code that some begin with.
  private static func plain(_ text: String) -> String {
    if text.contains("z_err") { return "its packed content is broken" }
    guard text.hasPrefix("In file "), let line = text.firstRange(of: ", at line ") else {
      return text
    }
    let rest = text[line.upperBound...].drop { $0.isNumber || $0 == "," || $0 == " " }
    return rest.isEmpty ? text : String(rest)
  }

  private func note(isFailure: Bool, text: String) {
    // A damaged file can raise one message per row.
    if list.count < 20 || (isFailure && failure == nil) {
      list.append(Diagnostic(isFailure: isFailure, text: Self.plain(text)))
    }
  }
}
