/// Somebody asked the run to stop. Finished stages keep their results; the next run goes on
/// from there.
public struct Interrupted: Error, Sendable, Equatable {
  public init() {}
}
