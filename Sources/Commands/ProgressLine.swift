/// The one line that shows how far a stage has come.
struct ProgressLine {
  private static let barWidth = 28

  private var isShown = false
  private var stage = ""
  private var lastShown = ContinuousClock.now
  private var lastStep = -1

  /// The text to write for a new state; empty while too little has changed to say anything.
  ///
  /// On a terminal the line is drawn anew at most ten times a second. In a log a plain line comes
  /// at every quarter, and only when five seconds have passed since the last.
  mutating func advance(
    stage: String, done: Int, total: Int?, unit: String, isInteractive: Bool
  ) -> String {
    let now = ContinuousClock.now
    if stage != self.stage {
      self.stage = stage
      lastStep = -1
      lastShown = isInteractive ? now - .seconds(1) : now
    }
    let isDone = done == total
    guard isInteractive else {
      let step = total.map { $0 > 0 ? done * 4 / $0 : 0 } ?? 0
      guard now - lastShown >= .seconds(5), step > lastStep || total == nil else { return "" }
      lastStep = step
      lastShown = now
      return
        "  \(stage): \(Self.grouped(done))\(total.map { " of " + Self.grouped($0) } ?? "") \(unit)\n"
    }
    guard isDone || now - lastShown >= .milliseconds(100) else { return "" }
    lastShown = now
    isShown = true
    let share = total.map { $0 > 0 ? min(1, Double(done) / Double($0)) : 1 } ?? 0
    let filled = Int(share * Double(Self.barWidth))
    let bar =
      String(repeating: "█", count: filled)
      + String(repeating: "░", count: Self.barWidth - filled)
    let percent = String(Int(share * 100))
    return "\r\u{1B}[K  \(stage) \(bar) "
      + String(repeating: " ", count: 3 - percent.count) + "\(percent) %  "
      + "\(Self.grouped(done)) \(unit)"
  }

  /// The text that takes the line away.
  mutating func erase(_ isInteractive: Bool) -> String {
    guard isShown, isInteractive else { return "" }
    isShown = false
    return "\r\u{1B}[K"
  }

  private static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }
}
