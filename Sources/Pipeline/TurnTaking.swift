internal import Synchronization

/// Lets stages that run side by side tell of themselves one after another, in their order: what
/// comes before its turn waits, and of waiting progress only the last word.
final class TurnTaking: Sendable {
  private struct State {
    var turn = 0
    var waiting: [[RunEvent]]
    var isFinished: [Bool]
  }

  private let observer: any RunObserver
  private let state: Mutex<State>

  init(_ observer: any RunObserver, count: Int) {
    self.observer = observer
    state = Mutex(
      State(
        waiting: [[RunEvent]](repeating: [], count: count),
        isFinished: [Bool](repeating: false, count: count)))
  }

  /// The observer of one of the stages.
  func seat(_ place: Int) -> some RunObserver { Seat(turns: self, place: place) }

  /// Says that a stage has nothing more to tell.
  func finish(_ place: Int) {
    state.withLock { state in
      state.isFinished[place] = true
      while state.turn < state.isFinished.count && state.isFinished[state.turn] {
        state.turn += 1
        guard state.turn < state.waiting.count else { return }
        for event in state.waiting[state.turn] { observer.note(event) }
        state.waiting[state.turn] = []
      }
    }
  }

  private func note(_ event: RunEvent, from place: Int) {
    state.withLock { state in
      guard state.turn < place else { return observer.note(event) }
      if case .progress = event, case .progress? = state.waiting[place].last {
        state.waiting[place].removeLast()
      }
      state.waiting[place].append(event)
    }
  }

  private struct Seat: RunObserver {
    let turns: TurnTaking
    let place: Int

    func note(_ event: RunEvent) { turns.note(event, from: place) }
  }
}
