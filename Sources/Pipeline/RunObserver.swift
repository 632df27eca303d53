/// Somebody who wants to see a run going on.
public protocol RunObserver: Sendable {
  /// Called on whichever thread the event arises on; progress may come from several at once.
  func note(_ event: RunEvent)
}
