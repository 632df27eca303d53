internal import Pipeline

/// Tells a person how a run goes.
struct ConsoleObserver: RunObserver {
  private let console: Console

  init(_ console: Console) { self.console = console }

  func note(_ event: RunEvent) {
    switch event {
    case .planned, .failed:
      break
    case .started(let stage, let title):
      if !console.isInteractive { console.note("  \(Self.label(stage, title)) …") }
    case .progress(let stage, let done, let total, let unit):
      console.show(stage: stage, done: done, total: total, unit: unit)
    case .finished(let result):
      console.note(Self.line(result))
      guard result.outcome == .computed else { return }
      for line in result.report.lines { console.note("      " + line) }
    }
  }

  private static func label(_ stage: String, _ title: String) -> String {
    stage + String(repeating: " ", count: max(0, 9 - stage.count)) + title
  }

  private static func line(_ result: StageResult) -> String {
    let label = label(result.name, result.title)
    switch result.outcome {
    case .reused:
      return "✓ \(label)  reused"
    case .computed:
      // That nothing was there is no news once something is.
      let reasons = result.reasons.filter { $0.kind != .noResult }.map { reason in
        reason.kind.rawValue + (reason.subject.map { ": " + $0 } ?? "")
      }
      if reasons.isEmpty { return "✓ \(label)  \(seconds(result.seconds))" }
      let shown = reasons.prefix(2).joined(separator: "; ")
      let more = reasons.count > 2 ? "; …" : ""
      return "✓ \(label)  \(seconds(result.seconds))  (\(shown)\(more))"
    }
  }

  private static func seconds(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
