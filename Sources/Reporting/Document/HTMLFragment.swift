/// Finished markup. Only this module makes it, so that no text reaches a page unescaped.
public struct HTMLFragment: Sendable, Equatable {
  let markup: String
}
