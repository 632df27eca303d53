internal import Glibc
internal import Synchronization

/// A wish to stop, polled between batches of work.
public final class Interruption: Sendable {
  private let requested = Atomic<Bool>(false)
  private let heedsSignals: Bool
  /// Another that stops this one, too.
  private let whole: Interruption?

  public init() {
    heedsSignals = false
    whole = nil
  }

  /// An interruption of a part, which stops when the whole does.
  init(partOf whole: Interruption) {
    heedsSignals = false
    self.whole = whole
  }

  private init(heedsSignals: Bool) {
    self.heedsSignals = heedsSignals
    whole = nil
  }

  /// An interruption that Ctrl-C and `kill` raise as well. What does not poll, such as a statement
  /// of a database that does not end, is given two seconds; then, or at a second signal, the
  /// process ends as it stands: drafts that it leaves are removed by the next run. For the command
  /// line, once per process.
  public static func onSignals() -> Interruption {
    // Reading the flags here makes them before a handler could need them.
    _ = SignalFlag.raised.load(ordering: .relaxed)
    _ = SignalFlag.raisedAt.load(ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      handle(number) { _ in SignalFlag.raise() }
    }
    handle(SIGALRM) { _ in SignalFlag.end() }
    // Whoever started the process may have blocked them, and that is inherited.
    var mask = sigset_t()
    sigemptyset(&mask)
    for number in [SIGINT, SIGTERM, SIGALRM] { sigaddset(&mask, number) }
    pthread_sigmask(SIG_UNBLOCK, &mask, nil)
    // A limit on file sizes is then an error of the write, with a message, not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    return Interruption(heedsSignals: true)
  }

  private static func handle(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = SA_RESTART
    sigaction(number, &action, nil)
  }

  public func request() { requested.store(true, ordering: .relaxed) }

  public var isRequested: Bool {
    requested.load(ordering: .relaxed)
      || (heedsSignals && SignalFlag.raised.load(ordering: .relaxed))
      || whole?.isRequested == true
  }

  public func check() throws(Interrupted) {
    if isRequested { throw Interrupted() }
  }
}

/// A signal handler can capture nothing, so the flags it sets belong to the process. Everything
/// here may be done in a handler (signal-safety(7)).
private enum SignalFlag {
  static let raised = Atomic<Bool>(false)
  /// Milliseconds of the first signal.
  static let raisedAt = Atomic<Int>(0)

  /// Seconds for work to notice the flag.
  static let patience: UInt32 = 2
  /// `timeout` signals the process and then its group: that is one wish, not two.
  static let echo = 100

  static func raise() {
    if raised.exchange(true, ordering: .relaxed) {
      if milliseconds() - raisedAt.load(ordering: .relaxed) > echo { end() }
      return
    }
    raisedAt.store(milliseconds(), ordering: .relaxed)
    alarm(patience)
  }

  static func end() {
    let message: StaticString = "\nerror: interrupted before the work in hand was done\n"
    _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
    // The exit code of the shell for Ctrl-C.
    _exit(130)
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
