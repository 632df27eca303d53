extension SubcompartmentColumns {
  /// Appends some rows of other columns. A store knows no negative zero, and no more do the
  /// columns that stand in for one.
  public mutating func append(_ other: SubcompartmentColumns, rows: [Int]) {
    func add<Value>(_ values: [Value], to target: inout [Value]) {
      if rows.count == values.count {
        target.append(contentsOf: values)
      } else {
        for row in rows { target.append(values[row]) }
      }
    }
    func add(_ values: [Double], to target: inout [Double]) {
      if rows.count == values.count {
        target.append(contentsOf: values.map { $0 + 0 })
      } else {
        for row in rows { target.append(values[row] + 0) }
      }
    }
    add(other.row, to: &row)
    if rows.count == other.count {
      key.append(contentsOf: other.key)
    } else {
      for row in rows { key.append(utf8: other.key.bytes[other.key.byteRange(row)]) }
    }
    add(other.village, to: &village)
    add(other.landClass, to: &landClass)
    add(other.origin, to: &origin)
    add(other.forestClass, to: &forestClass)
    add(other.ageGroup, to: &ageGroup)
    add(other.species, to: &species)
    add(other.secondSpecies, to: &secondSpecies)
    add(other.area, to: &area)
    add(other.volume, to: &volume)
    add(other.secondVolume, to: &secondVolume)
    add(other.age, to: &age)
    add(other.canopyDensity, to: &canopyDensity)
    add(other.plantingYear, to: &plantingYear)
    add(other.stems, to: &stems)
    add(other.diameter, to: &diameter)
    add(other.keyLocation, to: &keyLocation)
  }

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
    result.keyLocation = pick(keyLocation, .unknown)
    return result
  }
}
