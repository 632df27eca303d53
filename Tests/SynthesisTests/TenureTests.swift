import Synthesis
import Testing

@Suite struct TenureTests {
  static let sample = Drawn(SynthesisParameters())

  @Test func sharesOfFaultsAreAsAsked() {
    let count = Double(Self.sample.rows(.tenure).count)
    let faults = Self.sample.record.faults.filter { $0.layer == .tenure }
    func share(_ kind: PlantedFault.Kind) -> Double {
      Double(faults.filter { $0.kind == kind }.count) / count
    }
    #expect((0.07...0.13).contains(share(.missingHolder)))
    #expect((0.03...0.07).contains(share(.duplicateCertificate)))
    #expect((0.01...0.03).contains(share(.bowTie)))
    // Every overlap takes in one cell, of which a 小班 of 4 ha has 2.1.
    let ground = Self.sample.polygons(.tenure).reduce(0.0) { $0 + $1.hectares }
    let twice = Double(faults.filter { $0.kind == .overlap }.count) * 4 / 2.1
    #expect((0.03...0.08).contains(twice / ground))
    let first = Self.sample.polygons(.firstSurvey).reduce(0.0) { $0 + $1.hectares }
    #expect((0.85...0.97).contains(ground / first))
  }

  @Test func parcelsAreAsTheListOfFaultsSays() {
    let holders = Self.sample.texts(.tenure, "SHIYQR")
    let certificates = Self.sample.texts(.tenure, "LQZH")
    let shapes = Self.sample.polygons(.tenure)
    let faults = Self.sample.record.faults.filter { $0.layer == .tenure }
    for fault in faults {
      switch fault.kind {
      case .missingHolder: #expect(holders[fault.row].isEmpty && !fault.intended.isEmpty)
      case .duplicateCertificate:
        #expect(certificates[fault.row] == certificates[fault.row - 1])
      case .bowTie: #expect(!shapes[fault.row].isSimple)
      case .overlap: #expect(shapes[fault.row].isSimple)
      default: Issue.record("\(fault.kind) among the parcels")
      }
    }
    let crossing = Set(faults.filter { $0.kind == .bowTie }.map { $0.row })
    for (row, shape) in shapes.enumerated() {
      #expect(shape.isSimple != crossing.contains(row))
    }
    #expect(
      holders.filter { $0.isEmpty }.count == faults.filter { $0.kind == .missingHolder }.count)
  }

  @Test func aboutHalfOfTheParcelsLieOffTheBorders() {
    let borders = Set(Self.sample.polygons(.firstSurvey).flatMap { $0.edges })
    let parcels = Self.sample.polygons(.tenure)
    let off = parcels.filter { parcel in
      !parcel.edges.contains { borders.contains($0) || borders.contains($0.reversed) }
    }
    let share = Double(off.count) / Double(parcels.count)
    #expect((0.4...0.62).contains(share))
  }

  @Test func parcelCodesAreUniqueAndNineteenLong() {
    let codes = Self.sample.texts(.tenure, "ZDDM")
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.count == 19 && $0.hasPrefix("449921") })
    let ends = Self.sample.texts(.tenure, "ZZRQ")
    #expect(ends.contains("长期") && ends.contains("") && ends.contains { $0.contains("/") })
  }

  @Test func theListFollowsTheParcels() {
    let list = Self.sample.record.tenureList
    #expect(list.allSatisfy { $0.count == 16 })
    #expect(list[0][0].hasPrefix("拟安县") && list[0].dropFirst().allSatisfy { $0.isEmpty })
    let rows = list.dropFirst(3).filter { $0[0] != "合计" }
    let certificates = Self.sample.texts(.tenure, "LQZH")
    #expect(rows.map { $0[3] } == certificates)
    #expect(rows.contains { $0[11].hasSuffix("亩") })

    let disagreeing = Self.sample.record.faults.filter { $0.layer == .tenureList }
    #expect(!disagreeing.isEmpty)
    for fault in disagreeing {
      let column = fault.kind == .listArea ? 11 : 5
      #expect(list[fault.row][column].hasPrefix(fault.planted))
    }
    let areas = Self.sample.numbers(.tenure, "MJ_MU")
    let other = zip(rows, areas).filter { row, area in
      abs((Double(row[11].prefix { $0 != "亩" }) ?? 0) - area) > 0.011
    }
    #expect(other.count == disagreeing.filter { $0.kind == .listArea }.count)
  }

  @Test func totalsAddUp() {
    var sum = 0.0
    var totals = 0
    for row in Self.sample.record.tenureList.dropFirst(3) {
      let area = Double(row[11].prefix { $0 != "亩" }) ?? .nan
      if row[0] == "合计" {
        #expect(abs(sum - area) < 0.02)
        sum = 0
        totals += 1
      } else {
        sum += area
      }
    }
    #expect(totals == 26)
  }
}
