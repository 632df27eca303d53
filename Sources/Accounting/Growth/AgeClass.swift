internal import Glibc

/// Stands of about one age.
struct AgeClass {
  /// Medians.
  var age: Double
  var logVolume: Double
  var samples: [GrowthModelFit.Sample]

  /// The median of n stands is known √n times as well as one; beyond a hundred stands what limits
  /// a class is no longer their number.
  var weight: Double { Double(min(samples.count, 100)).squareRoot() }

  /// The classes that hold enough stands, youngest first.
  static func classes(
    _ samples: [GrowthModelFit.Sample], settings: GrowthSettings
  ) -> [AgeClass] {
    var members: [Int: [GrowthModelFit.Sample]] = [:]
    for sample in samples where sample.age < 1000 {
      members[Int(sample.age / Double(settings.ageClassYears)), default: []].append(sample)
    }
    return members.sorted { $0.key < $1.key }.map(\.value)
      .filter { $0.count >= settings.minimumStandsPerClass }
      .map { samples in
        AgeClass(
          age: RobustLine.median(samples.map(\.age)),
          logVolume: RobustLine.median(samples.map(\.logVolume)), samples: samples)
      }
  }
}
