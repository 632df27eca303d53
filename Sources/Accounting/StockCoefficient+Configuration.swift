internal import Configuration
internal import Inventory

extension StockCoefficient {
  /// Bounds are those within which a number can be what it says it is; they are no judgement on
  /// the value.
  init(
    _ reader: ConfigurationReader, route: StockRoute, commonFraction: Double?,
    fallback: Provenance?, facts: FactReader
  ) throws(ConfigurationError) {
    let group = try facts.text(reader, "group")
    let form: Form
    switch route {
    case .biomassExpansion:
      form = .expansion(
        density: try reader.number("density", in: 0.1...1.3),
        factor: try reader.number("bef", in: 1...6),
        rootShoot: try reader.number("rootShoot", in: 0...1.5),
        carbonFraction: try reader.number("carbonFraction", in: 0.3...0.6))
    case .cbef:
      let a = try reader.number("a", in: 0.05...3)
      let b = try reader.number("b", in: -50...150)
      let own = try reader.optionalNumber("carbonFraction", in: 0.3...0.6)
      guard let fraction = own ?? commonFraction else {
        throw reader.error(.missingKey("carbonFraction"))
      }
      form = .line(a: a, b: b, carbonFraction: fraction)
    }
    let provenance = try facts.provenance(reader, default: fallback)
    try reader.finish()
    self.init(group: group, form: form, provenance: provenance)
  }
}
