internal import Glibc

/// The same error model as `CandidateSimulation`, propagated by formula.
///
/// Log-normal factors have simple moments, so the variance of a candidate's sum is exact where
/// credit is linear in growth. Where it is not (leakage taken off gains only, a floor at the 小班)
/// each row is replaced by its tangent at the middle figure: the delta method, good for errors that
/// are small beside the distance to the bend.
public struct AnalyticPropagation: Sendable {
  /// Mean and variance of a candidate's credit before the floor of the project.
  public struct Moments: Sendable, Equatable {
    /// tCO2e
    public var mean: Double
    /// (tCO2e)²
    public var variance: Double
    /// The part of the variance that is each 小班's own and averages out; the rest is shared by
    /// all stands of a group and does not.
    public var ownVariance: Double

    public var deviation: Double { variance.squareRoot() }
  }

  private let rows: SimulationRows
  private let uncertainty: UncertaintyParameters
  /// Log-variance of coefficients, by group; the last, for rows without a group, is 0.
  private let coefficient: [Double]
  /// Standard deviation of the logarithm of each model's factor; first the measured, 0.
  private let model: [Double]

  public init(_ rows: SimulationRows, uncertainty: UncertaintyParameters) {
    self.rows = rows
    self.uncertainty = uncertainty
    coefficient =
      rows.groups.map {
        let sigma = LogNormalFactor(relativeError: uncertainty.coefficientError(of: $0)).sigma
        return sigma * sigma
      } + [0]
    model =
      [0]
      + SharedFactors.models.map {
        LogNormalFactor(relativeError: uncertainty.growthError(of: $0)).sigma
      }
  }

  /// Moments of the rows of each candidate, of which there are `candidateCount`.
  public func moments(candidateCount: Int) -> [Moments] {
    var members = [[Int]](repeating: [], count: candidateCount)
    for (place, row) in rows.rows.enumerated() where row.candidate < candidateCount {
      members[row.candidate].append(place)
    }
    return members.map { moments(of: $0) }
  }

  /// Moments of a set of rows, by their positions in `SimulationRows.rows`.
  public func moments(of places: [Int]) -> Moments {
    // The later date's factors, then the earlier date's: they differ where villages have an error.
    let factors = coefficient.count * model.count
    var sensitivity = [Double](repeating: 0, count: 2 * factors)
    let village = uncertainty.villageSurveyVariance
    func common(sameDate: Bool) -> Double {
      1 + (sameDate ? village : village * uncertainty.surveyCorrelation)
    }
    var mean = CompensatedSum()
    var own = CompensatedSum()
    for place in places {
      let row = rows.rows[place]
      let growth = row.growth
      mean.add(rows.credit(growth: growth, baseline: row.baseline))
      let slope = tangent(of: row, growth: growth)
      let parts = [
        (factor(row.later, row), slope * row.later.tonnes, true),
        (factor(row.laterSecond, row), slope * row.laterSecond.tonnes, true),
        (factor(row.first, row), -slope * row.first.tonnes, false),
        (factor(row.firstSecond, row), -slope * row.firstSecond.tonnes, false),
      ].filter { $0.1 != 0 }
      let variance = uncertainty.ownSurveyVariance(area: row.area)
      for part in parts {
        sensitivity[part.0 + (row.evidence.isModelled || part.2 ? 0 : factors)] += part.1
      }
      for one in parts {
        for two in parts {
          let same = row.evidence.isModelled || one.2 == two.2
          own.add(
            one.1 * two.1 * product(one.0, two.0) * common(sameDate: same)
              * (same ? variance : variance * uncertainty.surveyCorrelation))
        }
      }
    }
    var shared = CompensatedSum()
    let used = sensitivity.indices.filter { sensitivity[$0] != 0 }
    for one in used {
      for two in used {
        let same = (one < factors) == (two < factors)
        let factor = product(one % factors, two % factors) * common(sameDate: same)
        shared.add(sensitivity[one] * sensitivity[two] * (factor - 1))
      }
    }
    return Moments(
      mean: mean.value, variance: shared.value + own.value, ownVariance: own.value)
  }

  /// The band of a normal distribution with these moments, cut off at the floor of the project.
  public func band(of moments: Moments) -> CreditBand {
    let reach = 1.2815515655446004 * moments.deviation
    let lowest = rows.floor == .project ? 0 : -Double.infinity
    return CreditBand(
      p10: max(moments.mean - reach, lowest), p50: max(moments.mean, lowest),
      p90: max(moments.mean + reach, lowest), mean: moments.mean, deviation: moments.deviation)
  }

  private func tangent(of row: SimulationRow, growth: Double) -> Double {
    if rows.floor == .subcompartment,
      rows.slope.applied(to: growth) - row.baseline <= 0
    {
      return 0
    }
    return growth > 0 ? rows.gain : rows.loss
  }

  /// Number of the shared factor: group within model.
  private func factor(_ amount: SimulationRow.Amount, _ row: SimulationRow) -> Int {
    let known = amount.group >= 0 && amount.group < coefficient.count - 1
    let group = known ? amount.group : coefficient.count - 1
    let place = SharedFactors.models.firstIndex(of: row.evidence).map { $0 + 1 } ?? 0
    return place * coefficient.count + group
  }

  /// Mean of the product of two shared factors: exp of the covariance of their logarithms.
  private func product(_ one: Int, _ two: Int) -> Double {
    let group = one % coefficient.count
    guard group == two % coefficient.count, group < coefficient.count - 1 else { return 1 }
    return exp(coefficient[group] + model[one / coefficient.count] * model[two / coefficient.count])
  }
}
