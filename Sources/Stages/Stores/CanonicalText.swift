/// What a stage's answer depends on, as lines that say one thing each. A changed line is what a
/// later run gives as its reason for computing again.
struct CanonicalText {
  private(set) var text = ""

  mutating func add(_ name: String, _ value: String) {
    text += name + " = " + value.replacing("\n", with: " ") + "\n"
  }
}
