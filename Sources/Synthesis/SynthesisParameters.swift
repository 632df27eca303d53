/// What an invented prefecture is to be like. Equal parameters give equal bytes, on every machine.
public struct SynthesisParameters: Sendable, Equatable {
  /// Chooses one of 2⁶⁴ prefectures of the same description.
  public var seed: UInt64
  /// 小班 of the first survey, all counties together; met exactly wherever there are enough cells.
  public var subcompartments: Int
  /// Counties that share the 小班 about equally, 1 to 79.
  public var counties: Int
  /// 小班 in a village on the average; villages vary around it.
  public var subcompartmentsPerVillage: Int
  /// Villages in a town on the average.
  public var villagesPerTown: Int
  /// Area of a 小班 on the average, ha.
  public var meanArea: Double
  /// Line pieces between two corners of the cell lattice. A 小班 has about 9.5 times as many
  /// vertices: 4 gives about 40, 10 about 95.
  public var edgePoints: Int
  /// Calendar years of the two surveys.
  public var firstSurvey: Int
  public var secondSurvey: Int
  /// Whether species are written with 3 digits (`220`) or with 6 (`220000`).
  public var longSpeciesCodes: Bool
  /// Share of 小班 split in two, under new numbers, between the surveys.
  public var splitRate: Double
  /// Share of 小班 that pass a part of their ground to a neighbour between the surveys and keep
  /// their number.
  public var redrawnRate: Double
  /// Rows handed over at a time, about.
  public var batchRows: Int
  /// Mistakes to plant.
  public var faults: FaultRates

  /// The county of the documentation's example, unless told otherwise.
  public init(
    seed: UInt64 = 1, subcompartments: Int = 2_600, counties: Int = 1,
    subcompartmentsPerVillage: Int = 100, villagesPerTown: Int = 7, meanArea: Double = 4,
    edgePoints: Int = 4, firstSurvey: Int = 2018, secondSurvey: Int = 2023,
    longSpeciesCodes: Bool = false, splitRate: Double = 0.015, redrawnRate: Double = 0.01,
    batchRows: Int = 8_192, faults: FaultRates = .sample
  ) {
    self.seed = seed
    self.subcompartments = subcompartments
    self.counties = counties
    self.subcompartmentsPerVillage = subcompartmentsPerVillage
    self.villagesPerTown = villagesPerTown
    self.meanArea = meanArea
    self.edgePoints = edgePoints
    self.firstSurvey = firstSurvey
    self.secondSurvey = secondSurvey
    self.longSpeciesCodes = longSpeciesCodes
    self.splitRate = splitRate
    self.redrawnRate = redrawnRate
    self.batchRows = batchRows
    self.faults = faults
  }
}
