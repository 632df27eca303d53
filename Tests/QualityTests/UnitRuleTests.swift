import Inventory
import Mapping
import Quality
import Testing

/// Areas and volumes in the wrong unit.
@Suite struct UnitRuleTests {
  @Test(arguments: [
    ("area-unit", 150.0), ("area-square-metre", 100_000.0), ("area-divided-by-15", 10.0 / 15),
    ("area-divided-by-10000", 0.001),
  ])
  func aCleanFactorIsMended(rule: String, recorded: Double) throws {
    let batch = try Batch.of { $0.area = recorded }
    #expect(batch.rules == [rule])
    #expect(batch.report.findings[0].action == .repaired)
    #expect(abs(batch.rows.recordedArea[0] - 10) < 1e-9)
    #expect(abs(batch.rows.subcompartments.area[0] - 10) < 1e-9)
    let noted = try Batch.of(policies: [rule: .warn]) { $0.area = recorded }
    let isHuge = recorded > 3000
    #expect(noted.rules == (isHuge ? [rule, "implausible-area"] : [rule]))
    #expect(noted.rows.recordedArea == [recorded])
    let other = try Batch.of { $0.area = recorded * 1.1 }
    #expect(other.rules == (isHuge ? ["implausible-area"] : []) + ["area-deviation"])
    #expect(other.rows.recordedArea == [recorded * 1.1])
  }

  /// 0.15 ha recorded for 2.15 亩: rounding to two decimals must not hide the factor.
  @Test func withinFivePerCentIsClean() throws {
    #expect(try Batch.of { $0.area = 150 * 1.049 }.rules == ["area-unit"])
    #expect(try Batch.of { $0.area = 150 * 1.051 }.rules == ["area-deviation"])
  }

  @Test func withoutAPolygonNothingCanBeTold() throws {
    for polygon in [Double.nan, 0] {
      let batch = try Batch.of {
        $0.area = 150
        $0.polygon = polygon
      }
      #expect(batch.report.findings.isEmpty)
    }
  }

  /// BSSZXJ is m³ for the whole 小班: 300 m³ on 150 亩 = 10 ha is 30 m³/ha, not 2.
  @Test func volumesMadeFromTheAreaAreMendedWithIt() throws {
    let mapping = Lists.mapping {
      $0.change("secondVolume") { $0.volumeUnit = .cubicMetres }
      $0.change("volume") { $0.volumeUnit = .cubicMetres }
    }
    let batch = try Batch.of(mapping) {
      $0.area = 150
      $0.secondVolume = 300
      $0.volume = 1000
    }
    #expect(abs(batch.rows.subcompartments.secondVolume[0] - 30) < 1e-9)
    #expect(abs(batch.rows.subcompartments.volume[0] - 100) < 1e-9)
  }

  @Test func withThePolygonAsBasisTheStockKeepsItsArea() throws {
    let mapping = Lists.mapping { $0.areaBasis = .geometric }
    let batch = try Batch.of(mapping) { $0.area = 150 }
    #expect(batch.rows.subcompartments.area == [10])
    #expect(batch.rows.recordedArea == [10])
  }

  @Test func deviationsBeginBeyondFivePerCent() throws {
    #expect(try Batch.of { $0.area = 10.49 }.report.findings.isEmpty)
    #expect(try Batch.of { $0.area = 10.51 }.rules == ["area-deviation"])
    #expect(try Batch.of { $0.area = 9.49 }.rules == ["area-deviation"])
  }

  @Test func noAreaNoStock() throws {
    for area in [0, Double.nan] {
      let batch = try Batch.of { $0.area = area }
      #expect(batch.rules == ["missing-area"])
      #expect(batch.report.isQuarantined == [true])
    }
    let mapping = Lists.mapping { $0.areaBasis = .geometric }
    #expect(try Batch.of(mapping) { $0.area = .nan }.report.findings.isEmpty)
  }

  @Test func impossibleNumbersAreSetAside() throws {
    let changes: [(inout Stand) -> Void] = [
      { $0.area = -1 }, { $0.area = .infinity }, { $0.volume = -0.01 }, { $0.age = -5 },
      { $0.canopyDensity = -0.5 }, { $0.secondVolume = -1 },
    ]
    for change in changes {
      let batch = try Batch.of { change(&$0) }
      #expect(batch.rules.contains("impossible-number"))
      #expect(batch.report.isQuarantined == [true])
      #expect(!batch.rules.contains("missing-area"))
    }
  }

  @Test func canopyInPercentIsMended() throws {
    let batch = try Batch([
      Stand(canopyDensity: 70), Stand(canopyDensity: 10), Stand(canopyDensity: 100),
      Stand(canopyDensity: 1), Stand(canopyDensity: 0.7),
    ])
    #expect(batch.rows.subcompartments.canopyDensity == [0.7, 0.1, 1, 1, 0.7])
    #expect(batch.rules.filter { $0 == "canopy-percent" }.count == 3)
  }

  /// 7 may be 7 % or 七成; 1.05 is neither.
  @Test func canopyThatCannotBeToldIsDropped() throws {
    for density in [7, 1.05, 101, 9.99] {
      let batch = try Batch.of { $0.canopyDensity = density }
      #expect(batch.rules == ["canopy-percent"])
      #expect(batch.rows.subcompartments.canopyDensity[0].isNaN)
    }
  }

  @Test func totalsAreComparedWithVolumeTimesArea() throws {
    #expect(try Batch.of { $0.totalVolume = 1000 }.report.findings.isEmpty)
    #expect(try Batch.of { $0.totalVolume = 1050 }.report.findings.isEmpty)
    let off = try Batch.of { $0.totalVolume = 1051 }
    #expect(off.rules == ["total-volume"])
    #expect(off.report.findings[0].detail == "expected 1000.0 m³")
    let copied = try Batch.of { $0.totalVolume = 100 }
    #expect(copied.report.findings[0].detail == "equals the volume per hectare: field copied")
    // Totals are whole cubic metres.
    let small = try Batch.of {
      $0.area = 0.1
      $0.polygon = 0.1
      $0.volume = 44
      $0.totalVolume = 5
    }
    #expect(small.report.findings.isEmpty)
  }

  @Test func aFactorOfFifteenBetweenVolumesIsAMatterOfUnits() throws {
    let perMu = try Batch.of {
      $0.volume = 8
      $0.totalVolume = 1200
    }
    #expect(perMu.rules == ["volume-per-mu"])
    #expect(perMu.report.findings[0].detail.hasSuffix("per 亩, or total by 亩"))
    #expect(perMu.rows.subcompartments.volume == [8])
    let total = try Batch.of { $0.totalVolume = 15_000 }
    #expect(total.rules == ["volume-per-mu"])
    #expect(total.report.findings[0].detail.hasSuffix("the total is wrong"))
    let fifteenth = try Batch.of {
      $0.volume = 150
      $0.totalVolume = 100
    }
    #expect(fifteenth.rules == ["volume-per-mu"])
    // 15 ha of 100 m³/ha with the total copied: not a unit.
    let copied = try Batch.of {
      $0.area = 15
      $0.polygon = 15
      $0.totalVolume = 100
    }
    #expect(copied.rules == ["total-volume"])
  }

  @Test func theSecondSpeciesIsAPartOfTheWhole() throws {
    let batch = try Batch.of { $0.secondVolume = 120 }
    #expect(batch.rules == ["second-volume"])
    #expect(batch.rows.subcompartments.secondVolume == [100])
    #expect(try Batch.of { $0.secondVolume = 100.005 }.report.findings.isEmpty)
    let noted = try Batch.of(policies: ["second-volume": .warn]) { $0.secondVolume = 120 }
    #expect(noted.rows.subcompartments.secondVolume == [120])
  }
}
