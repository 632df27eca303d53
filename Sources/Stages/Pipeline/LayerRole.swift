/// The kinds of layers of which a pipeline may say `"none"`: that it has looked, and there is
/// nothing. A kind that is just left out cannot be told about.
public enum LayerRole: String, Sendable, CaseIterable {
  case tenureParcels
  case tenureLists
  case exclusions
  case credited

  /// As the report repeats it.
  var declaration: String {
    switch self {
    case .tenureParcels: "流程文件声明：没有林权宗地图层"
    case .tenureLists: "流程文件声明：没有林权清册"
    case .exclusions: "流程文件声明：没有红线、保护地等排除范围"
    case .credited: "流程文件声明：没有任何土地已计入其他减排机制"
    }
  }
}
