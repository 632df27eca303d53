import Synthesis
import Testing

@Suite struct SurveyTests {
  static let clean = Drawn(SynthesisParameters(seed: 8, subcompartments: 2_000, faults: .none))

  @Test func surveysShareAllKeysButTheDivided() {
    let first = Self.clean.keys(.firstSurvey)
    let second = Self.clean.keys(.secondSurvey)
    #expect(Set(first).count == first.count)
    #expect(Set(second).count == second.count)
    let splits = Self.clean.record.redrawings.filter { $0.kind == .split }
    #expect(splits.count >= 5)
    #expect(
      Set(first).subtracting(second) == Set(splits.flatMap { $0.before }))
    #expect(
      Set(second).subtracting(first) == Set(splits.flatMap { $0.after }))
    #expect(splits.allSatisfy { $0.before.count == 1 && $0.after.count == 2 })
  }

  @Test func onlyRedrawnSubcompartmentsChangeTheirOutline() {
    let first = zip(Self.clean.keys(.firstSurvey), Self.clean.polygons(.firstSurvey))
    let later = Dictionary(
      uniqueKeysWithValues: zip(Self.clean.keys(.secondSurvey), Self.clean.polygons(.secondSurvey)))
    let redrawn = Set(
      Self.clean.record.redrawings.filter { $0.kind == .redrawn }.flatMap { $0.before })
    #expect(redrawn.count >= 4)
    for (key, polygon) in first {
      guard let other = later[key] else { continue }
      #expect((polygon.parts != other.parts) == redrawn.contains(key))
    }
  }

  @Test func standsGrowUnlessSomethingHappened() {
    var before: [String: (String, String, Double, Double)] = [:]
    let layers = [SyntheticLayer.firstSurvey, .secondSurvey]
    var undisturbed = 0
    var felled = 0
    for layer in layers {
      let keys = Self.clean.keys(layer)
      let classes = Self.clean.texts(layer, "DI_LEI")
      let species = Self.clean.texts(layer, "YOU_SHI_SZ")
      let ages = Self.clean.numbers(layer, "PINGJUN_NL")
      let volumes = Self.clean.numbers(layer, "HUO_LMGQXJ")
      for row in keys.indices {
        guard layer == .secondSurvey else {
          before[keys[row]] = (classes[row], species[row], ages[row], volumes[row])
          continue
        }
        guard let past = before[keys[row]], past.0 == "0111" else { continue }
        if classes[row] == "0111" {
          undisturbed += 1
          #expect(species[row] == past.1)
          #expect(ages[row] == past.2 + 5)
          #expect(volumes[row] > past.3)
          #expect(volumes[row] - past.3 < 150)
        } else {
          felled += 1
          #expect(volumes[row] == 0)
          #expect(["0141", "0161", "0162"].contains(classes[row]))
        }
      }
    }
    #expect(undisturbed > 1_000)
    #expect(felled > 20 && felled * 5 < undisturbed)
  }

  @Test(arguments: [SyntheticLayer.firstSurvey, .secondSurvey])
  func attributesAgreeWithEachOther(_ layer: SyntheticLayer) {
    let known: Set<String> = [
      "220", "310", "550", "261", "470", "480", "410", "440", "490", "590", "560", "610", "620",
      "630", "660", "849", "",
    ]
    for ((table, row), polygon) in zip(Self.clean.rows(layer), Self.clean.polygons(layer)) {
      func number(_ field: String) -> Double { table.number(field, row) ?? .nan }
      let area = number("MIAN_JI")
      #expect(abs(area - polygon.hectares) <= 0.005_001)
      #expect(abs(number("ZXJ") - number("HUO_LMGQXJ") * area) <= 0.5001)
      #expect((0...1).contains(number("YU_BI_DU")))
      #expect((0...320).contains(number("HUO_LMGQXJ")))
      #expect(number("BSSZXJ") <= number("ZXJ"))
      #expect(known.contains(table.text("YOU_SHI_SZ", row) ?? "?"))
      #expect(known.contains(table.text("BSSZ", row) ?? "?"))
      #expect(table.text("XIANG", row) == table.text("CUN", row).map { String($0.prefix(9)) })
      if table.text("DI_LEI", row) == "0111" {
        #expect(number("PINGJUN_NL") > 0 && number("HUO_LMGQXJ") > 0)
        #expect(["1", "2", "3", "4", "5"].contains(table.text("LING_ZU", row) ?? ""))
        #expect(number("YU_BI_DU") >= 0.2)
      }
    }
  }

  @Test func longCodesAreShortCodesWithThreeZeros() {
    let short = Drawn(SynthesisParameters(subcompartments: 200))
    let long = Drawn(SynthesisParameters(subcompartments: 200, longSpeciesCodes: true))
    #expect(
      short.texts(.firstSurvey, "YOU_SHI_SZ").map { $0.isEmpty ? "" : $0 + "000" }
        == long.texts(.firstSurvey, "YOU_SHI_SZ"))
  }
}
