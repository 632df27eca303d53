internal import Glibc

/// Stand volume by age, m³/ha, for one species group and place.
///
/// A curve has a first age from which it holds; below it nothing can be told.
public struct GrowthCurve: Sendable, Equatable {
  public enum Form: Sendable, Equatable {
    /// a·exp(−b/A)
    case schumacher(a: Double, b: Double)
    /// a·(1 − exp(−k·A))^c
    case richards(a: Double, k: Double, c: Double)
    /// a·(1 − b·exp(−k·A))^(1/(1−m))
    case generalRichards(a: Double, b: Double, k: Double, m: Double)
    /// a/(1 + b·exp(−k·A))
    case logistic(a: Double, b: Double, k: Double)
    /// a·exp(−b·exp(−k·A))
    case gompertz(a: Double, b: Double, k: Double)
    /// a·exp(−b·A^(−c))
    case korf(a: Double, b: Double, c: Double)
    /// c0 + c1·A + c2·A², held at its peak from there on
    case quadratic(c0: Double, c1: Double, c2: Double)
  }

  public var form: Form
  /// Years; 0 for none.
  public var minimumAge: Double

  public init(_ form: Form, minimumAge: Double = 0) {
    self.form = form
    self.minimumAge = minimumAge
  }

  /// m³/ha at an age in years; NaN below `minimumAge`, at age 0 or less, and where the form has
  /// no value.
  public func volume(age: Double) -> Double {
    guard age > 0, age >= minimumAge else { return .nan }
    switch form {
    case .schumacher(let a, let b):
      return a * exp(-b / age)
    case .richards(let a, let k, let c):
      return a * pow(1 - exp(-k * age), c)
    case .generalRichards(let a, let b, let k, let m):
      return a * pow(1 - b * exp(-k * age), 1 / (1 - m))
    case .logistic(let a, let b, let k):
      return a / (1 + b * exp(-k * age))
    case .gompertz(let a, let b, let k):
      return a * exp(-b * exp(-k * age))
    case .korf(let a, let b, let c):
      return a * exp(-b * pow(age, -c))
    case .quadratic(let c0, let c1, let c2):
      // Past its peak a downward parabola would let old stands shrink.
      let held = c2 < 0 ? min(age, -c1 / (2 * c2)) : age
      return c0 + held * (c1 + c2 * held)
    }
  }

  /// The rate by which Pressler's formula carries a volume from age A to A + 1:
  /// 2·(f(A+1) − f(A)) / (f(A+1) + f(A)).
  public func presslerRate(age: Double) -> Double {
    let now = volume(age: age)
    let next = volume(age: age + 1)
    return 2 * (next - now) / (next + now)
  }

  /// Carries a surveyed volume forward in steps of one year,
  /// V(t+1) = V(t)·(1 + rate(A)), the curve guiding the rate only.
  ///
  /// 马尾松 f = 123.38506·exp(−8.52159/A), A = 20, V = 80: after five years 87.0525 m³/ha. The
  /// source uses the step from a mean diameter of 5 cm on; that is for the caller to see to.
  /// - Parameters:
  ///   - volume: m³/ha at `age`
  ///   - age: years
  ///   - years: whole years, 0 or more
  public func project(volume: Double, age: Double, years: Int) -> Double {
    var result = volume
    for step in 0..<max(years, 0) {
      result *= 1 + presslerRate(age: age + Double(step))
    }
    return result
  }

  /// The volume `years` before, from which `project` leads to the given one; NaN when the stand
  /// was younger than the curve tells.
  /// - Parameters:
  ///   - volume: m³/ha at `age`
  ///   - age: years
  ///   - years: whole years, 0 or more
  public func backcast(volume: Double, age: Double, years: Int) -> Double {
    var result = volume
    for step in 0..<max(years, 0) {
      result /= 1 + presslerRate(age: age - Double(step) - 1)
    }
    return result
  }
}
