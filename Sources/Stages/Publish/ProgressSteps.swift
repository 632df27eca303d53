internal import Pipeline
internal import Synchronization

/// Counts the files of a result while several threads write them.
final class ProgressSteps: Sendable {
  private let context: StageContext
  private let count: Int
  private let begun = Mutex(0)

  init(_ context: StageContext, count: Int) {
    self.context = context
    self.count = count
  }

  /// Says that another file is begun.
  /// - Throws: `Interrupted`.
  func begin() throws {
    try context.interruption.check()
    begun.withLock { begun in
      begun += 1
      context.progress.report(begun, of: count, unit: "份成果")
    }
  }

  func finish() { context.progress.report(count, of: count, unit: "份成果") }
}
