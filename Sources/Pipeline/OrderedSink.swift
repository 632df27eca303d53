/// Brings the outputs of workers back into the order of their items.
///
/// Items are claimed in increasing order, and the item the sink waits for is always held by a
/// worker that does not wait: so the window cannot lock up, however slow one item is. Which item
/// fails a run does not depend on the number of threads either: after a failure of item `i` all
/// items before `i` are still finished and delivered, and an earlier failure replaces it.
final class OrderedSink<Output: Sendable>: @unchecked Sendable {
  // Everything below is touched only with the monitor held.
  private let monitor = Monitor()
  private let count: Int
  private let window: Int
  private var claimed = 0
  private var next = 0
  private var waiting: [Int: Output] = [:]
  private var isDraining = false
  private var failure: (index: Int, error: any Error)?

  init(count: Int, window: Int) {
    self.count = count
    self.window = max(1, window)
  }

  /// Items from here on are no longer wanted.
  private var limit: Int { failure?.index ?? count }

  /// The next item to work on, once it lies within the window; nil when there is none.
  func claim() -> Int? {
    monitor.lock()
    defer { monitor.unlock() }
    guard claimed < limit else { return nil }
    let index = claimed
    claimed += 1
    while index >= next + window, index < limit { monitor.wait() }
    return index < limit ? index : nil
  }

  func fail(_ index: Int, _ error: any Error) {
    monitor.lock()
    record(index, error)
    monitor.unlock()
  }

  private func record(_ index: Int, _ error: any Error) {
    if index < limit { failure = (index, error) }
    monitor.wake()
  }

  /// Hands over the output of an item. Whoever brings the one that is due delivers it and those
  /// after it that have arrived; the others go back to work.
  func deliver(_ index: Int, _ output: Output, _ body: (Int, Output) throws -> Void) {
    monitor.lock()
    defer { monitor.unlock() }
    waiting[index] = output
    guard !isDraining else { return }
    isDraining = true
    while next < limit, let due = waiting.removeValue(forKey: next) {
      let index = next
      monitor.unlock()
      let failed: (any Error)?
      do {
        try body(index, due)
        failed = nil
      } catch { failed = error }
      monitor.lock()
      if let failed {
        record(index, failed)
      } else {
        next += 1
        monitor.wake()
      }
    }
    isDraining = false
  }

  /// What ended the run early; asked when all workers are done.
  func outcome() throws {
    monitor.lock()
    defer { monitor.unlock() }
    if let failure { throw failure.error }
  }
}
