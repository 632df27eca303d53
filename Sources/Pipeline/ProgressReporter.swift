/// Passes on how far a stage has come; may be used by all its threads.
public struct ProgressReporter: Sendable {
  private let send: @Sendable (_ done: Int, _ total: Int?, _ unit: String) -> Void

  public init(_ send: @escaping @Sendable (_ done: Int, _ total: Int?, _ unit: String) -> Void) {
    self.send = send
  }

  /// A reporter nobody listens to.
  public static let silent = ProgressReporter { _, _, _ in }

  /// - Parameters:
  ///   - done: how many are finished, not how many since the last report.
  ///   - total: nil where it is not known.
  ///   - unit: what is counted, in the plural: `小班`, `rows`.
  public func report(_ done: Int, of total: Int?, unit: String) { send(done, total, unit) }
}
