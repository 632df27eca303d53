internal import CGDAL
internal import Glibc
internal import Synchronization

/// Ends the statements of a database that take too long: a view may ask for more work than any
/// computer can do, without giving a single row.
final class StatementWatch: Sendable {
  /// What the watching thread needs of the dataset: `GDALDatasetAbortSQL` may be called from any
  /// thread while the dataset is open.
  private struct Handle: @unchecked Sendable {
    let dataset: GDALDatasetH
  }

  /// Seconds; a view over a county answers in less than one.
  static let patience = 10

  private static let step: UInt32 = 10_000
  private let handle: Handle
  private let limit: Int
  private let isDone = Atomic<Bool>(false)
  private let hasAborted = Atomic<Bool>(false)

  private init(_ dataset: GDALDatasetH, seconds: Int) {
    handle = Handle(dataset: dataset)
    limit = seconds * 1_000_000 / Int(Self.step)
  }

  /// Runs `body`, all statements of which are ended once the time is up.
  ///
  /// - Returns: whether that was necessary.
  static func run<R, E: Error>(
    _ dataset: GDALDatasetH, seconds: Int = patience, _ body: () throws(E) -> R
  ) throws(E) -> (result: R, wasAborted: Bool) {
    let watch = StatementWatch(dataset, seconds: seconds)
    var thread = pthread_t()
    let context = Unmanaged.passRetained(watch)
    let isWatched =
      pthread_create(
        &thread, nil,
        { context in
          guard let context else { return nil }
          Unmanaged<StatementWatch>.fromOpaque(context).takeRetainedValue().watch()
          return nil
        }, context.toOpaque()) == 0
    if !isWatched { context.release() }
    defer {
      watch.isDone.store(true, ordering: .relaxed)
      if isWatched { pthread_join(thread, nil) }
    }
    let result = try body()
    return (result, watch.hasAborted.load(ordering: .relaxed))
  }

  private func watch() {
    var steps = 0
    while !isDone.load(ordering: .relaxed) {
      usleep(Self.step)
      steps += 1
      guard steps >= limit else { continue }
      // Again and again: every later statement would take as long.
      hasAborted.store(true, ordering: .relaxed)
      GDALDatasetAbortSQL(handle.dataset)
    }
  }
}
