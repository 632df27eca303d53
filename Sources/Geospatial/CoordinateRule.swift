internal import CGDAL

/// Decides which coordinate system a layer is in.
enum CoordinateRule {
  /// Central meridians of the three-degree zones in which a county or prefecture lies, by the
  /// beginning of its code. Only places whose longitude is sourced (`data.md` section 7: 明溪, 龙川,
  /// 连平 and the zone of 河源) stand here; for all others the pipeline must name `centralMeridian`
  /// or `epsg`, since many counties lie across the edge of a zone and keep to a neighbour's.
  private static let meridians = [
    ("350421", 117),
    ("4416", 114),
  ]

  /// Data reach past their zone where a county lies across its edge: half a zone is tolerated.
  private static let toleranceDegrees = 1.5

  static func decide(
    recorded: CoordinateSystem?, extent: Extent?, hint: CoordinateHint
  ) -> CoordinateDecision {
    do throws(CoordinateProblem) {
      if let epsg = hint.epsg {
        let system = try CoordinateSystem(epsg: epsg)
        try check(system, extent, hint)
        return .known(system, evidence: .declared(fileSays: recorded?.label))
      }
      guard let extent else {
        return recorded.map { .known($0, evidence: .recorded) } ?? .none
      }
      if let recorded {
        try check(recorded, extent, hint)
        return .known(recorded, evidence: .recorded)
      }
      return try infer(extent, hint)
    } catch {
      return .undecided(error)
    }
  }

  private static func infer(
    _ extent: Extent, _ hint: CoordinateHint
  ) throws(CoordinateProblem) -> CoordinateDecision {
    if let zone = zonePrefix(extent) {
      let system = try CoordinateSystem(epsg: epsg(zone: zone))
      try check(system, extent, hint)
      return .known(system, evidence: .zonePrefix(zone))
    }
    if extent.minX >= 73, extent.maxX <= 136, extent.minY >= 3, extent.maxY <= 54 {
      return .known(try CoordinateSystem(epsg: 4490), evidence: .degrees)
    }
    guard extent.minX > 100_000, extent.maxX < 900_000, extent.minY > 0, extent.maxY < 7_000_000
    else { throw .undecided(extent: extent) }
    if let meridian = hint.centralMeridian {
      return .known(
        try system(meridian: meridian, extent, hint), evidence: .declaredMeridian(meridian))
    }
    guard let county = hint.countyCode else { throw .undecided(extent: extent) }
    guard let meridian = meridians.first(where: { county.hasPrefix($0.0) })?.1 else {
      throw .unknownMeridian(county: county, extent: extent)
    }
    return .known(
      try system(meridian: meridian, extent, hint),
      evidence: .countyMeridian(county: county, meridian: meridian))
  }

  /// CGCS2000 in the zone of a central meridian, eastings without its number.
  private static func system(
    meridian: Int, _ extent: Extent, _ hint: CoordinateHint
  ) throws(CoordinateProblem) -> CoordinateSystem {
    let system = try CoordinateSystem(epsg: 4534 + (meridian - 75) / 3)
    try check(system, extent, hint)
    return system
  }

  /// CGCS2000 with the zone in front of the easting.
  static func epsg(zone: Int) -> Int { zone <= 23 ? 4478 + zone : 4488 + zone }

  /// The zone in front of eight-digit eastings: 13...23 are six-degree, 25...45 three-degree zones.
  static func zonePrefix(_ extent: Extent) -> Int? {
    guard extent.minX >= 13_000_000, extent.minX <= extent.maxX, extent.maxX < 46_000_000,
      extent.minY > 0, extent.maxY < 7_000_000
    else { return nil }
    let zone = Int(extent.minX / 1_000_000)
    guard zone != 24 else { return nil }
    let easting = extent.minX - Double(zone) * 1_000_000
    return extent.maxX < Double(zone + 1) * 1_000_000 && easting > 100_000 ? zone : nil
  }

  /// Which boxes lie where a system is used, with all their corners.
  static func fits(_ system: CoordinateSystem, _ boxes: [Extent]) -> [Bool] {
    let all = [Bool](repeating: true, count: boxes.count)
    let diagnostics = Diagnostics()
    return diagnostics.run { () -> [Bool] in
      guard let reference = SpatialReference(system), let area = reference.areaOfUse else {
        return all
      }
      var x: [Double] = []
      var y: [Double] = []
      for box in boxes {
        x += [box.minX, box.maxX, box.minX, box.maxX]
        y += [box.minY, box.minY, box.maxY, box.maxY]
      }
      var success = [Int32](repeating: 1, count: x.count)
      if !system.isGeographic {
        guard let geographic = reference.geographic(),
          let transform = OCTNewCoordinateTransformation(reference.handle, geographic.handle)
        else { return all }
        defer { OCTDestroyCoordinateTransformation(transform) }
        _ = OCTTransformEx(transform, Int32(x.count), &x, &y, nil, &success)
      }
      return boxes.indices.map { box in
        (4 * box..<4 * box + 4).allSatisfy { corner in
          success[corner] != 0
            && x[corner] >= area.minX - toleranceDegrees
            && x[corner] <= area.maxX + toleranceDegrees
            && y[corner] >= area.minY - toleranceDegrees
            && y[corner] <= area.maxY + toleranceDegrees
        }
      }
    }
  }

  /// Coordinates must fall where their system is used.
  private static func check(
    _ system: CoordinateSystem, _ extent: Extent?, _ hint: CoordinateHint
  ) throws(CoordinateProblem) {
    guard let extent else { return }
    guard fits(system, [extent]) == [true] || hint.mayReachFar && isLarge(system, extent) else {
      throw .outsideAreaOfUse(
        system: system.label, extent: extent, suggestion: CoordinateNotation(extent).epsg)
    }
  }

  /// Whether an extent is one around the zone: wider than three degrees, with its middle in it.
  private static func isLarge(_ system: CoordinateSystem, _ extent: Extent) -> Bool {
    let width = extent.maxX - extent.minX
    guard !system.isGeographic, width > 300_000, width < 3_000_000 else { return false }
    let x = (extent.minX + extent.maxX) / 2
    let y = (extent.minY + extent.maxY) / 2
    return fits(system, [Extent(minX: x, minY: y, maxX: x, maxY: y)]) == [true]
  }
}
