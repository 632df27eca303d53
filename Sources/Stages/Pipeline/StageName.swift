/// The chain of stages, in order.
public enum StageName: String, Sendable, CaseIterable {
  case ingest
  case tenure
  case quantify
  case screen
  case rank
  case publish

  public var chineseName: String {
    switch self {
    case .ingest: "入库"
    case .tenure: "林权"
    case .quantify: "计量"
    case .screen: "筛查"
    case .rank: "排序"
    case .publish: "成果"
    }
  }
}
