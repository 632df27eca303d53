import Geometry
import Synthesis
import Testing

@Suite struct FaultTests {
  static let sample = Drawn(SynthesisParameters())

  @Test func aCleanCountyHasNoFaults() {
    let clean = Drawn(SynthesisParameters(subcompartments: 300, faults: .none))
    #expect(clean.record.faults.isEmpty)
    #expect(clean.texts(.tenure, "SHIYQR").allSatisfy { !$0.isEmpty })
    let certificates = clean.texts(.tenure, "LQZH")
    #expect(Set(certificates).count == certificates.count)
  }

  @Test func everyKindIsPlantedAndNumbered() {
    let faults = Self.sample.record.faults
    #expect(Set(faults.map { $0.kind }).count == PlantedFault.Kind.allCases.count)
    #expect(Set(faults.map { $0.identifier }).count == faults.count)
    let places = faults.map { "\($0.layer.rawValue) \($0.row)" }
    #expect(Set(places).count == places.count)
  }

  /// Each entry of the list is looked up in the data it speaks of.
  @Test func theListTellsTheTruth() {
    let clean = Drawn(SynthesisParameters(faults: .none))
    for layer in [SyntheticLayer.firstSurvey, .secondSurvey] {
      let rows = Self.sample.rows(layer)
      let keys = Self.sample.keys(layer)
      let intended = clean.rows(layer)
      for fault in Self.sample.record.faults where fault.layer == layer {
        let (table, row) = rows[fault.row]
        let (cleanTable, cleanRow) = intended[fault.row]
        let shape = Polygons(table, row)
        switch fault.kind {
        case .duplicateKey:
          #expect(keys[fault.row] == fault.planted)
          #expect(keys.filter { $0 == fault.planted }.count == 2)
          #expect(clean.keys(layer)[fault.row] == fault.intended)
        case .areaInMu, .ageMissing, .canopyPercent, .volumeCopied:
          let value = table.number(fault.field, row)
          #expect(value == Double(fault.planted))
          #expect(cleanTable.number(fault.field, cleanRow) == Double(fault.intended))
          #expect(value != Double(fault.intended))
        case .shortTownCode:
          #expect(table.text("XIANG", row) == fault.planted && fault.planted.count == 3)
          #expect(cleanTable.text("XIANG", cleanRow) == fault.intended)
        case .bowTie: #expect(!shape.isSimple)
        case .emptyGeometry: #expect(shape.parts.isEmpty)
        case .overlap:
          #expect(shape.isSimple)
          #expect(shape.hectares > Polygons(cleanTable, cleanRow).hectares + 0.5)
        default: Issue.record("\(fault.kind) in a survey")
        }
      }
    }
  }

  @Test func whatIsNotInTheListIsNotWrong() {
    let clean = Drawn(SynthesisParameters(faults: .none))
    for layer in [SyntheticLayer.firstSurvey, .secondSurvey] {
      let listed = Set(Self.sample.record.faults.filter { $0.layer == layer }.map { $0.row })
      let pairs = zip(Self.sample.rows(layer), clean.rows(layer)).enumerated()
      for (number, (left, right)) in pairs where !listed.contains(number) {
        #expect(left.table.geometry[left.row] == right.table.geometry[right.row])
        for field in left.table.fields {
          #expect(
            left.table.text(field.name, left.row) == right.table.text(field.name, right.row))
          #expect(
            left.table.number(field.name, left.row) == right.table.number(field.name, right.row))
        }
      }
    }
  }

  @Test func villageNamesAreCutAtTheWidthOfTheField() {
    let cut = Self.sample.record.faults.filter { $0.kind == .cutName }
    for fault in cut {
      let name = Self.sample.texts(.villages, "CUN_MC")[fault.row]
      #expect(name == fault.planted && fault.intended.hasPrefix(name) && name != fault.intended)
    }
    #expect(!cut.isEmpty)
  }
}
