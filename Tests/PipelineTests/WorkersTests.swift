import Glibc
import Pipeline
import Synchronization
import Testing

@Suite struct WorkersTests {
  struct Failure: Error, Equatable {
    var item: Int
  }

  /// Counts how many live, and knows the thread it was made on.
  struct Tool: ~Copyable {
    let living: Counter
    let thread = pthread_self()
    init(_ living: Counter) {
      self.living = living
      living.add(1)
    }
    deinit { living.add(-1) }
  }

  final class Counter: Sendable {
    private let value = Atomic<Int>(0)
    private let most = Atomic<Int>(0)
    func add(_ amount: Int) {
      let now = value.add(amount, ordering: .sequentiallyConsistent).newValue
      most.max(now, ordering: .sequentiallyConsistent)
    }
    var current: Int { value.load(ordering: .sequentiallyConsistent) }
    var highest: Int { most.load(ordering: .sequentiallyConsistent) }
  }

  /// Work that takes differently long, in no order.
  static func mix(_ item: Int) -> UInt64 {
    var value = UInt64(item) &+ 0x9E37_79B9_7F4A_7C15
    for _ in 0..<(item * 7919 % 1000) {
      value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    }
    return value
  }

  @Test(arguments: 1...8)
  func theSinkSeesEveryItemOnceAndInOrder(threads: Int) throws {
    var seen: [(Int, UInt64)] = []
    try Workers.run(
      count: 500, threads: threads, window: 8, interruption: Interruption(),
      body: { Self.mix($0) }, into: &seen,
      sink: { (seen, item, value) in seen.append((item, value)) })
    #expect(seen.map(\.0) == Array(0..<500))
    #expect(seen.map(\.1) == (0..<500).map { Self.mix($0) })
  }

  @Test(arguments: 1...8)
  func theLowestFailingItemWinsAndTheSinkSawAllBefore(threads: Int) throws {
    for round in 0..<20 {
      let failing: Set<Int> = [37 + round, 38 + round, 90, 41 + round]
      var seen: [Int] = []
      var caught: Failure?
      do {
        try Workers.run(
          count: 200, threads: threads, window: 16, interruption: Interruption(),
          body: { item in
            // The lowest one takes longest to fail.
            if item == 37 + round { usleep(200) }
            if failing.contains(item) { throw Failure(item: item) }
            return item
          }, into: &seen, sink: { (seen, item, _) in seen.append(item) })
      } catch { caught = error as? Failure }
      #expect(caught == Failure(item: 37 + round))
      #expect(seen == Array(0..<(37 + round)))
    }
  }

  @Test(arguments: 1...4)
  func aFailingSinkIsAFailureOfItsItem(threads: Int) throws {
    var seen: [Int] = []
    #expect(throws: Failure(item: 10)) {
      try Workers.run(
        count: 100, threads: threads, window: 4, interruption: Interruption(),
        body: { item in
          if item > 10 { throw Failure(item: item) }
          return item
        }, into: &seen,
        sink: { (seen, item, _) in
          if item == 10 { throw Failure(item: item) }
          seen.append(item)
        })
    }
    #expect(seen == Array(0..<10))
  }

  @Test(arguments: [(1, 1), (2, 1), (4, 3), (8, 8), (3, 100)])
  func noMoreItemsAreUnderWayThanTheWindowHolds(threads: Int, window: Int) throws {
    let underway = Counter()
    var total = 0
    try Workers.run(
      count: 300, threads: threads, window: window, interruption: Interruption(),
      body: { item in
        underway.add(1)
        if item % 50 == 0 { usleep(2000) }
        return item
      }, into: &total,
      sink: { (total, _, item) in
        underway.add(-1)
        total += item
      })
    #expect(total == 300 * 299 / 2)
    #expect(underway.highest <= window)
    #expect(underway.current == 0)
  }

  @Test func aSlowFirstItemLocksNothingUp() throws {
    var seen: [Int] = []
    try Workers.run(
      count: 64, threads: 8, window: 2, interruption: Interruption(),
      body: { item in
        if item == 0 { usleep(50_000) }
        return item
      }, into: &seen, sink: { (seen, item, _) in seen.append(item) })
    #expect(seen == Array(0..<64))
  }

  @Test func stateStaysOnTheThreadThatMadeIt() throws {
    let living = Counter()
    let strangers = Counter()
    let outputs = try Workers.map(
      count: 200, threads: 4, interruption: Interruption(), makeState: { Tool(living) },
      body: { tool, item in
        if pthread_equal(tool.thread, pthread_self()) == 0 { strangers.add(1) }
        return item * 2
      })
    #expect(outputs == (0..<200).map { $0 * 2 })
    #expect(strangers.current == 0)
    #expect(living.current == 0)
    #expect((1...4).contains(living.highest))
  }

  @Test(arguments: 1...4)
  func aStateThatCannotBeMadeEndsTheRun(threads: Int) throws {
    #expect(throws: Failure(item: -1)) {
      try Workers.map(
        count: 50, threads: threads, interruption: Interruption(),
        makeState: { throw Failure(item: -1) }, body: { (_: inout Int, item) in item })
    }
  }

  @Test(arguments: 1...4)
  func anInterruptionEndsTheRunBeforeTheNextItem(threads: Int) throws {
    let interruption = Interruption()
    var seen: [Int] = []
    #expect(throws: Interrupted()) {
      try Workers.run(
        count: 1000, threads: threads, window: 8, interruption: interruption,
        body: { $0 }, into: &seen,
        sink: { (seen, item, _) in
          seen.append(item)
          if item == 20 { interruption.request() }
        })
    }
    #expect(seen.count >= 21 && seen.count <= 21 + 8)
    #expect(seen == Array(0..<seen.count))
  }

  /// Two items that wait for each other are only done where each has a thread.
  @Test func eachOfBothHasAllThreads() throws {
    @Sendable func meet() throws -> Bool {
      let here = Atomic<Int>(0)
      let met = try Workers.map(count: 2, threads: 2, interruption: Interruption()) { _ in
        here.add(1, ordering: .relaxed)
        let end = ContinuousClock.now + .seconds(20)
        while here.load(ordering: .relaxed) < 2, ContinuousClock.now < end { sched_yield() }
        return here.load(ordering: .relaxed) == 2
      }
      return met == [true, true]
    }
    let (first, second) = try Workers.both(
      threads: 2, interruption: Interruption(), { try meet() }, { try meet() })
    #expect(first && second)
  }

  @Test(arguments: 1...2)
  func bothAreDone(threads: Int) throws {
    let results = try Workers.both(
      threads: threads, interruption: Interruption(), { Self.mix(999) }, { "b" })
    #expect(results.0 == Self.mix(999))
    #expect(results.1 == "b")
  }

  @Test(arguments: 1...2)
  func theFirstOfTwoFailuresWins(threads: Int) {
    for first in [true, false] {
      #expect(throws: Failure(item: first ? 0 : 1)) {
        _ = try Workers.both(
          threads: threads, interruption: Interruption(),
          { if first { throw Failure(item: 0) } }, { throw Failure(item: 1) })
      }
    }
  }

  @Test func nothingToDoIsDoneAtOnce() throws {
    #expect(try Workers.map(count: 0, threads: 4, interruption: Interruption()) { $0 } == [])
  }
}
