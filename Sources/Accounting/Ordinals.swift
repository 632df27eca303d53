internal import Inventory

extension LandClass {
  /// A small number for tables; raw values are text and slow to hash row by row.
  var ordinal: Int {
    switch self {
    case .unknown: 0
    case .arborForest: 1
    case .bambooForest: 2
    case .mangrove: 3
    case .openForest: 4
    case .designatedShrub: 5
    case .otherShrub: 6
    case .youngPlantation: 7
    case .closedHillside: 8
    case .nursery: 9
    case .cutover: 10
    case .burned: 11
    case .otherUnstocked: 12
    case .plantable: 13
    case .auxiliary: 14
    case .nonForest: 15
    case .economicForest: 16
    }
  }
}

extension ForestClass {
  var ordinal: Int {
    switch self {
    case .unknown: 0
    case .publicBenefit: 1
    case .commercial: 2
    }
  }
}
