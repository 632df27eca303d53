import Pipeline
import Synchronization

/// Notes the events of a run as short texts.
final class EventLog: RunObserver {
  private let notes = Mutex<[String]>([])

  func note(_ event: RunEvent) {
    let text =
      switch event {
      case .planned(let plan): "planned \(plan.stages.count)"
      case .started(let stage, _): "started \(stage)"
      case .progress(let stage, let done, let total, let unit):
        "progress \(stage) \(done)/\(total ?? -1) \(unit)"
      case .finished(let result): "\(result.outcome.rawValue) \(result.name)"
      case .failed(let stage, _): "failed \(stage)"
      }
    notes.withLock { $0.append(text) }
  }

  var texts: [String] { notes.withLock { $0 } }
}
