/// How the money for a credit is divided between the village and the technical body (第三方).
public struct RevenueRule: Sendable, Equatable {
  public enum Cap: Sendable, Equatable {
    /// The technical body may have at most this share of the gross.
    case limit(Double)
    /// No number is prescribed; the share is by agreement, villagers first.
    case noOfficialCap
  }

  /// A number that cannot be used; correct it where the contract or the price is given.
  public struct OutOfRange: Error, Sendable, Equatable {
    public var name: String
    public var value: Double
    public var lowest: Double
    public var highest: Double

    public init(name: String, value: Double, lowest: Double, highest: Double) {
      self.name = name
      self.value = value
      self.lowest = lowest
      self.highest = highest
    }
  }

  /// Gross price, 元 per tCO2e.
  public let price: Double
  /// Share of the gross that goes to the technical body, 0 to 1.
  public let share: Double
  /// Whether the share is from a contract; otherwise it is the cap, the worst that is allowed.
  public let isContracted: Bool
  public let cap: Cap
  /// Further charges per project (成本费, 核证费), 元.
  public let extraFees: Double
  /// Whether such charges are allowed beside the share.
  public let allowsExtraFees: Bool
  /// The clause, for reports.
  public let source: String
  public let regionIsUnknown: Bool

  /// A scheme with a cap on the technical body's share.
  ///
  /// - Parameters:
  ///   - lowerCap: the cap in old revolutionary and ethnic areas and where that is not known; nil:
  ///     the cap does not depend on it.
  ///   - contractShare: nil takes the cap, the worst that is allowed.
  ///   - source: of the cap.
  public static func capped(
    price: Double, cap: Double, lowerCap: Double? = nil, region: RegionFlag,
    contractShare: Double? = nil, extraFees: Double = 0, allowsExtraFees: Bool = false,
    source: String
  ) throws(OutOfRange) -> RevenueRule {
    let limit = region == .other ? cap : lowerCap ?? cap
    return try RevenueRule(
      price: price, share: contractShare ?? limit, isContracted: contractShare != nil,
      cap: .limit(limit), extraFees: extraFees, allowsExtraFees: allowsExtraFees, source: source,
      regionIsUnknown: lowerCap != nil && region == .unknown)
  }

  /// A scheme without a published cap: the parties agree.
  ///
  /// - Parameters:
  ///   - agreedShare: nil while nothing is agreed, and then `assumedShare` is reckoned with.
  public static func agreed(
    price: Double, agreedShare: Double?, assumedShare: Double, extraFees: Double = 0,
    allowsExtraFees: Bool = true, source: String
  ) throws(OutOfRange) -> RevenueRule {
    try RevenueRule(
      price: price, share: agreedShare ?? assumedShare, isContracted: agreedShare != nil,
      cap: .noOfficialCap, extraFees: extraFees, allowsExtraFees: allowsExtraFees, source: source)
  }

  public init(
    price: Double, share: Double, isContracted: Bool, cap: Cap, extraFees: Double,
    allowsExtraFees: Bool, source: String, regionIsUnknown: Bool = false
  ) throws(OutOfRange) {
    self.price = try Self.check(price, "price", 0, 10_000)
    self.share = try Self.check(share, "share", 0, 1)
    self.extraFees = try Self.check(extraFees, "extraFees", 0, 1e9)
    if case .limit(let limit) = cap { _ = try Self.check(limit, "cap", 0, 1) }
    self.isContracted = isContracted
    self.cap = cap
    self.allowsExtraFees = allowsExtraFees
    self.source = source
    self.regionIsUnknown = regionIsUnknown
  }

  /// The money for a number of tonnes. A negative credit brings nothing; NaN stays NaN.
  public func revenue(tonnes: Double) -> Revenue {
    let gross = (tonnes < 0 ? 0 : tonnes) * price
    let thirdParty = gross * share
    var notes: [Revenue.Note] = []
    switch cap {
    case .limit(let limit) where share > limit + 1e-12:
      notes.append(.shareAboveCap(share: share, cap: limit))
    case .noOfficialCap: notes.append(.noOfficialCap)
    case .limit: break
    }
    if !isContracted { notes.append(.shareAssumed(share)) }
    if regionIsUnknown { notes.append(.regionUnknown) }
    if extraFees > 0, !allowsExtraFees { notes.append(.extraFee(extraFees)) }
    return Revenue(
      gross: gross, thirdParty: thirdParty, extraFees: extraFees,
      net: gross - thirdParty - extraFees, notes: notes)
  }

  private static func check(
    _ value: Double, _ name: String, _ lowest: Double, _ highest: Double
  ) throws(OutOfRange) -> Double {
    guard value >= lowest, value <= highest else {
      throw OutOfRange(name: name, value: value, lowest: lowest, highest: highest)
    }
    return value
  }
}
