/// The derivation gives other numbers than the store holds: compute the stage again.
struct ExplanationMismatch: Error, Equatable {
  var row: Int64
  var methods: [String]
}
