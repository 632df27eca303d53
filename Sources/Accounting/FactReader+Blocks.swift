internal import Configuration
internal import Inventory

/// Optional blocks of a method file.
extension FactReader {
  /// `choices: { floor: { standing, source }, … }`
  func choices(
    _ reader: ConfigurationReader?
  ) throws(ConfigurationError) -> [MethodChoice: Provenance] {
    guard let reader else { return [:] }
    var choices: [MethodChoice: Provenance] = [:]
    for choice in MethodChoice.allCases {
      guard let entry = try reader.optionalObject(choice.rawValue) else { continue }
      choices[choice] = try provenance(entry)
      try entry.finish()
    }
    try reader.finish()
    return choices
  }

  /// `sharing: { cap, capInOldRevolutionaryAreas, … }` or `sharing: { assumedShare, … }`
  func sharing(_ reader: ConfigurationReader?) throws(ConfigurationError) -> SharingRule? {
    guard let reader else { return nil }
    let cap = try reader.optionalNumber("cap", in: 0...1)
    let lower =
      cap == nil ? nil : try reader.optionalNumber("capInOldRevolutionaryAreas", in: 0...1)
    let assumed = cap == nil ? try reader.optionalNumber("assumedShare", in: 0...1) : nil
    let rule = SharingRule(
      cap: cap, capInOldRevolutionaryAreas: lower, assumedShare: assumed,
      allowsExtraFees: try reader.optionalBool("extraFees") ?? (cap == nil),
      provenance: try provenance(reader))
    try reader.finish()
    return rule
  }
}
