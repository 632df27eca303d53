public import Inventory

/// A growth curve of another place, for the species groups it is meant to stand for.
public struct PublishedCurve: Sendable, Equatable {
  public var groups: [String]
  public var guide: GuideCurve
  public var provenance: Provenance

  public init(groups: [String], guide: GuideCurve, provenance: Provenance) {
    self.groups = groups
    self.guide = guide
    self.provenance = provenance
  }

  /// The guide curves of 上思县 (Guangxi, 2012). One county far away: for demonstration only.
  ///
  /// The source gives no greatest age; 60, 80 and 15 years are where the guided stands of such
  /// inventories end (a judgement).
  public static let demonstration: [PublishedCurve] = {
    let provenance = Provenance(
      .sourced, source: "上思县 (Guangxi) 2012, Guangxi-practice system; demonstration only elsewhere"
    )
    return [
      PublishedCurve(
        groups: ["桉树"],
        guide: GuideCurve(
          GrowthCurve(.richards(a: 194.86753, k: 0.29260, c: 2.01492)), youngest: 1, oldest: 15),
        provenance: provenance),
      PublishedCurve(
        groups: ["马尾松"],
        guide: GuideCurve(
          GrowthCurve(.schumacher(a: 123.38506, b: 8.52159), minimumAge: 5), youngest: 5,
          oldest: 60),
        provenance: provenance),
      PublishedCurve(
        groups: ["阔叶混", "阔叶树", "硬阔类", "软阔类"],
        guide: GuideCurve(
          GrowthCurve(.quadratic(c0: 1.19575, c1: 3.05656, c2: -0.02154), minimumAge: 5),
          youngest: 5, oldest: 80),
        provenance: provenance),
    ]
  }()
}
