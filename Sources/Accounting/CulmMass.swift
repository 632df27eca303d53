internal import Glibc

/// What one bamboo culm weighs, kg of dry matter.
public enum CulmMass: Sendable, Equatable {
  /// The same for every culm, such as 10.44 kg for 毛竹 (Zhang 2009).
  case constant(Double)
  /// By diameter and age; see `CulmAllometry`.
  case allometry(CulmAllometry)
  /// By 度, with the part of all culms that each has; inventories do not record it.
  case byDegree([CulmDegree])

  /// kg; NaN where a diameter is needed and not known.
  /// - Parameter diameter: mean diameter at breast height of the culms, cm; 0 is not a diameter.
  public func kilograms(diameter: Double) -> Double {
    switch self {
    case .constant(let mass): return mass
    case .byDegree(let degrees): return degrees.reduce(0) { $0 + $1.share * $1.mass }
    case .allometry(let allometry):
      return diameter > 0 ? allometry.kilograms(diameter: diameter) : .nan
    }
  }
}

/// Culms of one 度 (two years each).
public struct CulmDegree: Sendable, Equatable {
  public var degree: Int
  /// Of all culms, 0 to 1.
  public var share: Double
  /// kg
  public var mass: Double

  public init(degree: Int, share: Double, mass: Double) {
    self.degree = degree
    self.share = share
    self.mass = mass
  }
}

/// M = a·D^b·[n·A/(o + A)]^p + c in kg, D in cm, A in 度 (two years each).
///
/// With a = 747.787, b = 2.771, n = 0.148, o = 0.028, p = 5.555, c = 3.772 it is the equation of
/// 周国模 for 毛竹 (recalled): D = 10, A = 3 gives 14.08 kg. Without the part that depends on age it is
/// the plain power of the diameter.
public struct CulmAllometry: Sendable, Equatable {
  /// The bracket [n·A/(o + A)]^p at one mean age of the stand.
  public struct Age: Sendable, Equatable {
    public var numerator: Double
    public var offset: Double
    public var exponent: Double
    /// A, the mean age of culms in 度.
    public var value: Double

    public init(numerator: Double, offset: Double, exponent: Double, value: Double) {
      self.numerator = numerator
      self.offset = offset
      self.exponent = exponent
      self.value = value
    }

    public var factor: Double { pow(numerator * value / (offset + value), exponent) }
  }

  public var a: Double
  public var b: Double
  public var c: Double
  public var age: Age?

  public init(a: Double, b: Double, c: Double = 0, age: Age? = nil) {
    self.a = a
    self.b = b
    self.c = c
    self.age = age
  }

  /// kg of one culm.
  /// - Parameter diameter: cm, above 0.
  public func kilograms(diameter: Double) -> Double {
    a * pow(diameter, b) * (age?.factor ?? 1) + c
  }
}
