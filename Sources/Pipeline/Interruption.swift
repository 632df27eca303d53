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

  /// An interruption that Ctrl-C and `kill` raise as well. A second signal ends the process at
  /// once. For the command line, once per process.
  public static func onSignals() -> Interruption {
    // Reading the flag here makes it before a handler could need it.
    _ = SignalFlag.raised.load(ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in
        SignalFlag.raised.store(true, ordering: .relaxed)
      }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
      sigaction(number, &action, nil)
    }
    // A limit on file sizes is then an error of the write, with a message, not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    return Interruption(heedsSignals: true)
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

/// A signal handler can capture nothing, so the one flag it sets belongs to the process.
private enum SignalFlag {
  static let raised = Atomic<Bool>(false)
}
