/// Standard output did not take all of a result: it has to be sent elsewhere.
struct UnwritableOutput: Error, Equatable {
  /// In the words of the C library.
  var reason: String
}
