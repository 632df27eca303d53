/// All families of methods, in the order in which they are listed to the user.
public enum MethodCatalogue {
  public static let families: [any AccountingMethod.Type] = [
    GrowthAboveBenchmark.self,
    ProjectMinusBaseline.self,
    WholeNaturalGrowth.self,
    AvoidedHarvest.self,
    AfforestationReserve.self,
  ]

  public static var identifiers: [String] { families.map { $0.family } }

  public static func family(named name: String) -> (any AccountingMethod.Type)? {
    families.first { $0.family == name }
  }

  /// The method that a parameter file describes; nil if its family is not in the catalogue, which
  /// cannot happen to parameters that were read from a file.
  public static func method(for parameters: MethodParameters) -> (any AccountingMethod)? {
    family(named: parameters.family)?.init(parameters)
  }
}
