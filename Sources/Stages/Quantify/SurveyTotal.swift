internal import Accounting
internal import Inventory

/// What one survey adds up to, on its own areas.
struct SurveyTotal: Sendable, Equatable {
  var method: Int
  var survey: Int
  var subcompartments: Int
  /// ha
  var area: Double
  /// Growing stock of all 小班 with a recorded volume, m³.
  var volume: Double
  /// By the method's own coefficients, tC; 小班 that it does not count are left out.
  var carbon: Double
  /// 小班 in `carbon`.
  var counted: Int

  init(
    method: Int, survey: Int, subcompartments: Int, area: Double, volume: Double, carbon: Double,
    counted: Int
  ) {
    self.method = method
    self.survey = survey
    self.subcompartments = subcompartments
    self.area = area
    self.volume = volume
    self.carbon = carbon
    self.counted = counted
  }

  init(method: Int, survey: Int, stands: SubcompartmentColumns, stock: [Double]) {
    self.method = method
    self.survey = survey
    subcompartments = stands.count
    var (area, volume, carbon) = (CompensatedSum(), CompensatedSum(), CompensatedSum())
    var counted = 0
    for row in 0..<stands.count {
      if stands.area[row].isFinite { area.add(stands.area[row]) }
      let wood = stands.volume[row] * stands.area[row]
      if wood.isFinite { volume.add(wood) }
      if stock[row].isFinite {
        carbon.add(stock[row])
        counted += 1
      }
    }
    self.area = area.value
    self.volume = volume.value
    self.carbon = carbon.value
    self.counted = counted
  }
}
