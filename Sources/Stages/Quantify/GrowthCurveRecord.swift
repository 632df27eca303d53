internal import Accounting
internal import Archive
internal import Inventory

/// One growth model as `growth_curve` keeps it.
struct GrowthCurveRecord: Sendable, Equatable {
  var number: Int
  var rung: EvidenceRung
  /// Species groups, separated by 、; empty for all.
  var groups: String
  /// Nil for all origins.
  var origin: Origin?
  /// Empty where no curve could be fitted; `problem` says why.
  var form = ""
  var coefficients: [(name: String, value: Double)] = []
  /// In words of the form, without numbers.
  var formula = ""
  var statistics: GrowthFitStatistics?
  /// Ages within which it may be used, years; NaN for all.
  var youngest = Double.nan
  var oldest = Double.nan
  /// In Chinese.
  var problem = ""
  var standing: Standing
  var source: String
  /// 小班 whose earlier volume it gave.
  var used = 0

  static func == (one: GrowthCurveRecord, two: GrowthCurveRecord) -> Bool {
    one.number == two.number && one.groups == two.groups && one.form == two.form
      && one.coefficients.map(\.value) == two.coefficients.map(\.value)
  }

  static func all(_ models: GrowthModels) -> [GrowthCurveRecord] {
    var records: [GrowthCurveRecord] = []
    for (place, stratum) in (models.fit?.strata ?? []).enumerated() {
      let origin = stratum.origin == .unknown ? nil : stratum.origin
      if stratum.curves.isEmpty {
        records.append(
          GrowthCurveRecord(
            number: records.count, rung: .fittedCurve, groups: stratum.group, origin: origin,
            problem: problem(stratum), standing: .unknown, source: "本调查，林分 \(stratum.stands) 个"))
      }
      for (curve, fitted) in stratum.curves.enumerated() {
        var record = GrowthCurveRecord(
          number: models.number(of: .fitted(stratum: place, curve: curve)), rung: .fittedCurve,
          groups: stratum.group, origin: origin, standing: .derived,
          source: "本调查各龄级蓄积中位数稳健拟合（以空间代时间）")
        record.take(fitted.guide)
        record.statistics = fitted.statistics
        records.append(record)
      }
    }
    for (place, published) in models.settings.publishedCurves.enumerated() {
      var record = GrowthCurveRecord(
        number: models.number(of: .published(place)), rung: .publishedCurve,
        groups: published.groups.joined(separator: "、"), origin: nil,
        standing: published.provenance.standing, source: published.provenance.source)
      record.take(published.guide)
      records.append(record)
    }
    if let flat = models.settings.flatRate {
      var record = GrowthCurveRecord(
        number: models.number(of: .flatRate), rung: .flatRate, groups: "", origin: nil,
        standing: flat.provenance.standing, source: flat.provenance.source)
      record.form = "flat-rate"
      record.formula = flat.formula
      record.coefficients = [("r", flat.rate)]
      records.append(record)
    }
    return records
  }

  private static func problem(_ stratum: StratumFit) -> String {
    switch stratum.failure {
    case .tooFewStands: "林分不足，未拟合"
    case .tooFewClasses: "龄级不足，未拟合"
    case .noGrowth: "蓄积不随林龄增加，未拟合"
    case nil: ""
    }
  }

  private mutating func take(_ guide: GuideCurve) {
    (youngest, oldest) = (guide.youngest, guide.oldest)
    switch guide.curve.form {
    case .schumacher(let a, let b):
      (form, formula) = ("schumacher", "f(A) = a·e^(−b/A)")
      coefficients = [("a", a), ("b", b)]
    case .richards(let a, let k, let c):
      (form, formula) = ("richards", "f(A) = a·(1 − e^(−kA))^c")
      coefficients = [("a", a), ("k", k), ("c", c)]
    case .generalRichards(let a, let b, let k, let m):
      (form, formula) = ("general-richards", "f(A) = a·(1 − b·e^(−kA))^(1/(1−m))")
      coefficients = [("a", a), ("b", b), ("k", k), ("m", m)]
    case .logistic(let a, let b, let k):
      (form, formula) = ("logistic", "f(A) = a/(1 + b·e^(−kA))")
      coefficients = [("a", a), ("b", b), ("k", k)]
    case .gompertz(let a, let b, let k):
      (form, formula) = ("gompertz", "f(A) = a·e^(−b·e^(−kA))")
      coefficients = [("a", a), ("b", b), ("k", k)]
    case .korf(let a, let b, let c):
      (form, formula) = ("korf", "f(A) = a·e^(−b·A^(−c))")
      coefficients = [("a", a), ("b", b), ("c", c)]
    case .quadratic(let c0, let c1, let c2):
      (form, formula) = ("quadratic", "f(A) = c0 + c1·A + c2·A²")
      coefficients = [("c0", c0), ("c1", c1), ("c2", c2)]
    }
  }

  /// The curve itself; nil for the flat rate and where nothing was fitted.
  var curve: GrowthCurve? {
    func value(_ name: String) -> Double {
      coefficients.first { $0.name == name }?.value ?? .nan
    }
    switch form {
    case "schumacher": return GrowthCurve(.schumacher(a: value("a"), b: value("b")))
    case "richards":
      return GrowthCurve(.richards(a: value("a"), k: value("k"), c: value("c")))
    case "general-richards":
      return GrowthCurve(
        .generalRichards(a: value("a"), b: value("b"), k: value("k"), m: value("m")))
    case "logistic":
      return GrowthCurve(.logistic(a: value("a"), b: value("b"), k: value("k")))
    case "gompertz":
      return GrowthCurve(.gompertz(a: value("a"), b: value("b"), k: value("k")))
    case "korf": return GrowthCurve(.korf(a: value("a"), b: value("b"), c: value("c")))
    case "quadratic":
      return GrowthCurve(.quadratic(c0: value("c0"), c1: value("c1"), c2: value("c2")))
    default: return nil
    }
  }

  /// In the order of the columns of `growth_curve`.
  func values(used: Int) -> [Value] {
    func real(_ value: Double?) -> Value {
      if let value, value.isFinite { .real(value) } else { .null }
    }
    return [
      .integer(Int64(number)), .integer(Int64(rung.rawValue)), .text(groups),
      origin.map { .integer(Int64($0.ordinal)) } ?? .null, .text(form),
      .text(coefficients.map { "\($0.name)=\($0.value)" }.joined(separator: " ")),
      .text(formula), statistics.map { .integer(Int64($0.stands)) } ?? .null,
      statistics.map { .integer(Int64($0.classes)) } ?? .null, real(statistics?.robustR1),
      real(statistics?.residualSpread), real(youngest), real(oldest), .text(problem),
      .text(standing.rawValue), .text(source), .integer(Int64(used)),
    ]
  }

  init(
    number: Int, rung: EvidenceRung, groups: String, origin: Origin?, problem: String = "",
    standing: Standing, source: String
  ) {
    self.number = number
    self.rung = rung
    self.groups = groups
    self.origin = origin
    self.problem = problem
    self.standing = standing
    self.source = source
  }

  /// - Parameter statement: stands on a row with all columns.
  init(_ statement: borrowing Statement) {
    func real(_ column: Int) -> Double {
      statement.isNull(column) ? .nan : statement.double(column)
    }
    self.init(
      number: Int(statement.int64(0)),
      rung: EvidenceRung(rawValue: UInt8(truncatingIfNeeded: statement.int64(1))) ?? .none,
      groups: statement.string(2),
      origin: statement.isNull(3) ? nil : Ordinals<Origin>().term(statement.int64(3)),
      problem: statement.string(13), standing: Standing(rawValue: statement.string(14)) ?? .unknown,
      source: statement.string(15))
    form = statement.string(4)
    coefficients = statement.string(5).split(separator: " ").compactMap { part in
      let pair = part.split(separator: "=", maxSplits: 1)
      return pair.count == 2 ? (String(pair[0]), Double(pair[1]) ?? .nan) : nil
    }
    formula = statement.string(6)
    (youngest, oldest) = (real(11), real(12))
    if !statement.isNull(7) {
      statistics = GrowthFitStatistics(
        stands: Int(statement.int64(7)), classes: Int(statement.int64(8)), robustR1: real(9),
        residualSpread: real(10), youngest: youngest, oldest: oldest)
    }
    used = Int(statement.int64(16))
  }
}
