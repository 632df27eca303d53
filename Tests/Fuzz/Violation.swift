/// A property that does not hold for some input.
struct Violation: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

/// Complains unless the property holds.
func hold(_ property: Bool, _ description: @autoclosure () -> String) throws(Violation) {
  if !property { throw Violation(description()) }
}
