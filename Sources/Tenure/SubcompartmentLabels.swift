public import Inventory

/// The texts of 小班 by which a tenure list may name them: columns of equal length, in keys.
public struct SubcompartmentLabels: Sendable, Equatable {
  public private(set) var village = TextColumn()
  public private(set) var compartment = TextColumn()
  public private(set) var subcompartment = TextColumn()
  public private(set) var placeName = TextColumn()
  public private(set) var certificate = TextColumn()
  public private(set) var parcelNumber = TextColumn()

  public init() {}

  public var count: Int { village.count }

  /// Texts as printed; empty where missing.
  public mutating func append(
    village: String, compartment: String, subcompartment: String, placeName: String = "",
    certificate: String = "", parcelNumber: String = ""
  ) {
    self.village.append(LabelKey.village(village))
    self.compartment.append(LabelKey.number(compartment))
    self.subcompartment.append(LabelKey.number(subcompartment))
    self.placeName.append(
      TextNormalization.saysNothing(placeName) ? "" : TextNormalization.key(placeName))
    self.certificate.append(certificate)
    self.parcelNumber.append(parcelNumber)
  }
}
