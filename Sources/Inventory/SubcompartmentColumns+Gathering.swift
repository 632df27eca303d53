extension SubcompartmentColumns {
  /// The rows of the given positions, in that order; where the position is negative, a filler row
  /// in which everything is missing.
  public func gathering(_ positions: [Int32]) -> SubcompartmentColumns {
    func pick<Value>(_ values: [Value], _ missing: Value) -> [Value] {
      positions.map { $0 < 0 ? missing : values[Int($0)] }
    }
    var result = SubcompartmentColumns()
    result.row = pick(row, -1)
    result.key.reserve(rows: positions.count, bytesPerRow: 24)
    for position in positions {
      result.key.append(utf8: position < 0 ? [] : key.bytes[key.byteRange(Int(position))])
    }
    result.village = pick(village, -1)
    result.landClass = pick(landClass, .unknown)
    result.origin = pick(origin, .unknown)
    result.forestClass = pick(forestClass, .unknown)
    result.ageGroup = pick(ageGroup, .unknown)
    result.species = pick(species, SpeciesTable.none)
    result.secondSpecies = pick(secondSpecies, SpeciesTable.none)
    result.area = pick(area, .nan)
    result.volume = pick(volume, .nan)
    result.secondVolume = pick(secondVolume, .nan)
    result.age = pick(age, .nan)
    result.canopyDensity = pick(canopyDensity, .nan)
    result.plantingYear = pick(plantingYear, .nan)
    result.stems = pick(stems, .nan)
    result.diameter = pick(diameter, .nan)
    return result
  }
}
