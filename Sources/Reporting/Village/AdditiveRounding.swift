/// Figures rounded so that the printed ones add up to the printed total.
///
/// The total is rounded once. The parts are cut off at the last place, and what is then missing
/// goes, one unit each, to the parts that lost most (largest remainder; of equals the first). No
/// figure moves by a whole unit of its last place, and figures that need no rounding stay as they
/// are.
public enum AdditiveRounding {
  /// - Parameters:
  ///   - values: finite and not negative; others count as missing and give nil.
  ///   - places: decimal places that are printed.
  ///   - total: the sum to reach, in units of the last place; nil for the rounded sum of `values`.
  /// - Returns: whole units of the last place.
  public static func units(_ values: [Double], places: Int, total: Int64? = nil) -> [Int64?] {
    let scale = Self.scale(places)
    // A printed decimal is never exact in binary; what lies this close below a unit is the unit.
    let slack = 1e-6
    var units: [Int64?] = []
    var remainders: [(part: Double, row: Int)] = []
    var sum: Int64 = 0
    for (row, value) in values.enumerated() {
      guard value.isFinite, value >= 0, value * scale < 1e15 else {
        units.append(nil)
        continue
      }
      let scaled = value * scale
      let whole = (scaled + slack).rounded(.down)
      units.append(Int64(whole))
      sum += Int64(whole)
      remainders.append((max(0, scaled - whole), row))
    }
    let goal = total ?? Self.total(values, places: places)
    var missing = Int(goal - sum)
    guard missing > 0 else { return units }
    remainders.sort { $0.part != $1.part ? $0.part > $1.part : $0.row < $1.row }
    for (_, row) in remainders {
      guard missing > 0 else { break }
      units[row] = units[row].map { $0 + 1 }
      missing -= 1
    }
    return units
  }

  /// The sum of the finite values, rounded once, in units of the last place.
  public static func total(_ values: [Double], places: Int) -> Int64 {
    let scale = Self.scale(places)
    var sum = 0.0
    for value in values where value.isFinite && value >= 0 && value * scale < 1e15 { sum += value }
    // Beyond this, doubles have no such places anyway.
    return Int64((min(sum * scale, 9e15) + 1e-6).rounded())
  }

  /// Whole units as the number they stand for.
  public static func number(_ units: Int64, places: Int) -> Double {
    Double(units) / scale(places)
  }

  private static func scale(_ places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return scale
  }
}
