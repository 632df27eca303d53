internal import Dispatch
internal import Synchronization

/// Work on numbered items by several threads, with results in the order of the items.
public enum Workers {
  /// Runs `body` for the items 0 ..< `count` on up to `threads` threads and hands the outputs to
  /// `sink` in item order, one at a time. Results are the same for any number of threads.
  ///
  /// When something throws, the error of the lowest item wins, whatever the timing, and the sink
  /// has seen exactly the items before it.
  /// - Parameters:
  ///   - window: at most this many items are being worked on or wait for the sink; it bounds
  ///     the memory. Values below `threads` leave threads idle.
  ///   - interruption: polled before every item.
  ///   - makeState: called once on each thread that gets an item, for what a thread needs to
  ///     itself (an open file, a buffer). It is dropped on that thread.
  ///   - body: works on one item.
  ///   - destination: lent to the sink alone while this runs. The sink is called by varying
  ///     threads, never two at a time.
  /// - Throws: what `makeState`, `body` or `sink` throw, or `Interrupted`.
  public static func run<State: ~Copyable, Output: Sendable, Destination: ~Copyable>(
    count: Int, threads: Int, window: Int, interruption: Interruption,
    makeState: @Sendable () throws -> State,
    body: @Sendable (inout State, Int) throws -> Output,
    into destination: inout Destination,
    sink: @Sendable (inout Destination, Int, Output) throws -> Void
  ) throws {
    guard count > 0 else { return try interruption.check() }
    let ordered = OrderedSink<Output>(count: count, window: window)
    withUnsafeMutablePointer(to: &destination) { pointer in
      // Lent to one thread at a time by the ordered sink, whose lock orders the accesses; the
      // caller cannot touch it meanwhile because it waits here.
      nonisolated(unsafe) let destination = pointer
      DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
        guard let first = ordered.claim() else { return }
        var state: State
        do { state = try makeState() } catch { return ordered.fail(first, error) }
        var index = first
        while true {
          do {
            try interruption.check()
            let output = try body(&state, index)
            ordered.deliver(index, output) { try sink(&destination.pointee, $0, $1) }
          } catch { ordered.fail(index, error) }
          guard let next = ordered.claim() else { return }
          index = next
        }
      }
    }
    try ordered.outcome()
  }

  /// The same where a thread needs nothing to itself.
  public static func run<Output: Sendable, Destination: ~Copyable>(
    count: Int, threads: Int, window: Int, interruption: Interruption,
    body: @Sendable (Int) throws -> Output,
    into destination: inout Destination,
    sink: @Sendable (inout Destination, Int, Output) throws -> Void
  ) throws {
    try run(
      count: count, threads: threads, window: window, interruption: interruption,
      makeState: {}, body: { (_: inout Void, index) in try body(index) }, into: &destination,
      sink: sink)
  }

  /// The outputs of all items, in item order.
  public static func map<State: ~Copyable, Output: Sendable>(
    count: Int, threads: Int, interruption: Interruption,
    makeState: @Sendable () throws -> State,
    body: @Sendable (inout State, Int) throws -> Output
  ) throws -> [Output] {
    var outputs: [Output] = []
    outputs.reserveCapacity(count)
    try run(
      count: count, threads: threads, window: max(1, count), interruption: interruption,
      makeState: makeState, body: body, into: &outputs,
      sink: { (outputs, _, output) in outputs.append(output) })
    return outputs
  }

  public static func map<Output: Sendable>(
    count: Int, threads: Int, interruption: Interruption,
    body: @Sendable (Int) throws -> Output
  ) throws -> [Output] {
    try map(
      count: count, threads: threads, interruption: interruption, makeState: {},
      body: { (_: inout Void, index) in try body(index) })
  }

  /// Does two things, side by side where there are two threads; each may use all threads itself. If
  /// both throw, the first one's error is thrown.
  public static func both<First: Sendable, Second: Sendable>(
    threads: Int, interruption: Interruption, _ first: @Sendable () throws -> First,
    _ second: @Sendable () throws -> Second
  ) throws -> (First, Second) {
    try interruption.check()
    guard threads > 1 else { return (try first(), try second()) }
    return try withoutActuallyEscaping(second) { second in
      let other = Mutex<Result<Second, any Error>?>(nil)
      // Not `concurrentPerform`, inside of which `run` would get one thread.
      let group = DispatchGroup()
      DispatchQueue.global().async(group: group) {
        let result = Result { try second() }
        other.withLock { $0 = result }
      }
      let result = Result { try first() }
      group.wait()
      let one = try result.get()
      guard let two = other.withLock({ $0 }) else { throw Interrupted() }
      return (one, try two.get())
    }
  }
}
