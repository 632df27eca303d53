/// Whether a village can be put forward now (成熟一个开发一个).
public enum ReadinessGrade: String, Sendable, CaseIterable {
  /// 可推进: nothing is missing.
  case ready
  /// 待补件: eligible, but documents or data are missing.
  case pending
  /// 暂不具备: something stands against it that papers do not cure.
  case notReady = "not-ready"

  public var chineseName: String {
    switch self {
    case .ready: "可推进"
    case .pending: "待补件"
    case .notReady: "暂不具备"
    }
  }

  var tone: ReportTone {
    switch self {
    case .ready: .good
    case .pending: .pending
    case .notReady: .poor
    }
  }

  var chartClass: ChartClass {
    switch self {
    case .ready: ChartClass(name: chineseName, fill: Palette.green)
    case .pending: ChartClass(name: chineseName, fill: Palette.accent)
    case .notReady: ChartClass(name: chineseName, fill: Palette.grey)
    }
  }
}
