import Inventory
import Mapping
import Quality
import Testing

/// Stands that contradict themselves.
@Suite struct StandRuleTests {
  @Test func woodNeedsASpeciesAndAnAge() throws {
    #expect(try Batch.of { $0.species = "" }.rules == ["volume-without-species"])
    #expect(try Batch.of { $0.age = 0 }.rules == ["volume-without-age"])
    let open = try Batch.of {
      $0.age = 0
      $0.landClass = "0120"
    }
    #expect(open.report.findings.isEmpty)
  }

  @Test func anAgeNeedsASpecies() throws {
    let batch = try Batch.of {
      $0.species = ""
      $0.volume = 0
      $0.age = 3
    }
    #expect(batch.rules == ["age-without-species"])
  }

  @Test(arguments: ["0150", "0161", "0162", "0173", "0220"])
  func landWithoutAStandHoldsNoWood(code: String) throws {
    let batch = try Batch.of { $0.landClass = code }
    #expect(batch.rules == ["volume-on-unstocked-land"])
    #expect(batch.report.isQuarantined == [false])
    #expect(
      try Batch.of {
        $0.landClass = code
        $0.volume = 0
        $0.age = .nan
      }.report.findings.isEmpty)
  }

  @Test func arborForestBeginsAtTwoTenths() throws {
    #expect(try Batch.of { $0.canopyDensity = 0.19 }.rules == ["sparse-arbor-forest"])
    // 0.2 kept in 32 bits on the way.
    let stored = Double(Float(0.2)).nextDown
    for density in [0.2, stored, 0, Double.nan] {
      #expect(try Batch.of { $0.canopyDensity = density }.report.findings.isEmpty)
    }
    let open = try Batch.of {
      $0.landClass = "0120"
      $0.canopyDensity = 0.15
    }
    #expect(open.report.findings.isEmpty)
    // 15 is 15 %, which is 疏林: the percent is mended before the judgement.
    #expect(
      try Batch.of { $0.canopyDensity = 15 }.rules == ["canopy-percent", "sparse-arbor-forest"])
  }

  @Test func youngPlantationsHoldLittle() throws {
    for code in ["0141", "0142"] {
      let heavy = try Batch.of {
        $0.landClass = code
        $0.volume = 20.5
      }
      #expect(heavy.rules == ["stocked-young-plantation"])
      let light = try Batch.of {
        $0.landClass = code
        $0.volume = 20
      }
      #expect(light.report.findings.isEmpty)
    }
  }

  @Test func oldArborForestHasAVolume() throws {
    let bare = try Batch.of { $0.volume = 0 }
    #expect(bare.rules == ["arbor-forest-without-volume"])
    let young = try Batch.of {
      $0.volume = 0
      $0.age = 9
    }
    #expect(young.report.findings.isEmpty)
  }

  @Test func bambooStandsOnBambooLand() throws {
    #expect(try Batch.of { $0.species = "660" }.rules == ["bamboo-land-class"])
    #expect(try Batch.of { $0.landClass = "0113" }.rules == ["bamboo-land-class"])
    let right = try Batch.of {
      $0.landClass = "0113"
      $0.species = "660"
    }
    #expect(right.report.findings.isEmpty)
  }

  @Test func figuresBeyondAllStandsAreNoted() throws {
    #expect(try Batch.of { $0.volume = 601 }.rules == ["implausible-volume"])
    #expect(try Batch.of { $0.volume = 600 }.report.findings.isEmpty)
    #expect(try Batch.of { $0.age = 301 }.rules == ["implausible-age"])
    #expect(try Batch.of { $0.height = 51 }.rules == ["implausible-height"])
    #expect(try Batch.of { $0.height = -1 }.rules == ["implausible-height"])
    #expect(try Batch.of { $0.diameter = 140 }.rules == ["implausible-diameter"])
    #expect(try Batch.of { $0.diameter = -9999 }.rules == ["implausible-diameter"])
  }

  @Test func plantingLiesBeforeTheSurvey() throws {
    for year in [2024.0, 1899, 98, 20_130_412] {
      let batch = try Batch.of { $0.plantingYear = year }
      #expect(batch.rules == ["planting-year"])
      #expect(batch.rows.subcompartments.plantingYear[0].isNaN)
    }
    let open = try Batch.of(survey: nil) { $0.plantingYear = 2024 }
    #expect(open.report.findings.isEmpty)
  }

  @Test func ageFollowsFromPlanting() throws {
    // Planted 2013, surveyed 2023: ten years; classes of five and nursery years are allowed for.
    func rules(_ age: Double, _ origin: String = "21") throws -> [String] {
      try Batch.of {
        $0.plantingYear = 2013
        $0.age = age
        $0.origin = origin
      }.rules
    }
    #expect(try rules(15).isEmpty)
    #expect(try rules(5).isEmpty)
    #expect(try rules(16) == ["planting-year-age"])
    #expect(try rules(4) == ["planting-year-age"])
    #expect(try rules(60, "11").isEmpty)
  }

  @Test func theAgeGroupMustBePossible() throws {
    func rules(
      _ age: Double, _ group: String, species: String = "310", origin: String = "21",
      category: String = "233", village: String = "441622104201"
    ) throws -> [String] {
      try Batch.of {
        $0.age = age
        $0.ageGroup = group
        $0.species = species
        $0.origin = origin
        $0.forestCategory = category
        $0.village = village
        ($0.county, $0.town) = ("", "")
      }.rules.filter { $0 != "planted-species-origin" }
    }
    // 杉木 planted: young to 10 by the country's bounds, to 5 in Guangxi timber practice.
    #expect(try rules(8, "1").isEmpty)
    #expect(try rules(8, "2").isEmpty)
    #expect(try rules(8, "5") == ["age-group-mismatch"])
    #expect(try rules(40, "1") == ["age-group-mismatch"])
    #expect(try rules(40, "5").isEmpty)
    // At 18, protection forest is middle-aged everywhere; timber may be mature.
    #expect(try rules(18, "4").isEmpty)
    #expect(try rules(18, "4", category: "111") == ["age-group-mismatch"])
    // Without 林种 any practice will do.
    #expect(try rules(18, "4", category: "").isEmpty)
    // Natural 桉 is known from Guangxi only, which says nothing about Guangdong; bamboo is graded
    // otherwise.
    #expect(try rules(8, "1", species: "550", origin: "11").isEmpty)
    #expect(
      try rules(8, "1", species: "550", origin: "11", village: "450123104201")
        == ["age-group-mismatch"])
    #expect(try rules(8, "5", species: "660").allSatisfy { $0 != "age-group-mismatch" })
    #expect(try rules(8, "").isEmpty)
    let finding = try Batch.of {
      $0.age = 40
      $0.ageGroup = "1"
    }.report.findings[0]
    #expect(finding.severity == .information)
    #expect(finding.detail == "杉木, 40.0 years: 过熟林")
  }

  @Test func everyRuleIsListedOnceAndExplained() {
    let definitions = RuleCatalog.definitions
    #expect(Set(definitions.map(\.identifier)).count == definitions.count)
    for rule in definitions {
      #expect(!rule.chineseTitle.isEmpty)
      #expect(rule.summary.hasSuffix("."))
      #expect(rule.chineseRemedy.hasSuffix("。"))
      #expect(
        rule.identifier.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D })
      #expect(rule.allowedPolicies.contains(rule.defaultPolicy))
      #expect(rule.allowedPolicies.contains(.repair) == (rule.repair != nil))
    }
    #expect(
      definitions.first { $0.identifier == "unknown-species-code" }?.defaultPolicy == .stop)
  }

  @Test func anIgnoredRuleIsSilentAndChangesNothing() throws {
    let all = Dictionary(
      uniqueKeysWithValues: RuleCatalog.definitions.map { ($0.identifier, RulePolicy.ignore) })
    let batch = try Batch.of(policies: all) {
      $0.area = 150
      $0.canopyDensity = 70
      $0.species = "490400"
      $0.village = ""
      $0.plantingYear = 2050
    }
    #expect(batch.report.findings.isEmpty)
    #expect(batch.rows.recordedArea == [150])
    #expect(batch.rows.subcompartments.canopyDensity == [70])
    #expect(batch.rows.subcompartments.species == [SpeciesTable.none])
    #expect(batch.report.isQuarantined == [false])
  }
}
