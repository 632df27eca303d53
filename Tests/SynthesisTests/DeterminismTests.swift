import Geometry
import Synthesis
import Testing

@Suite struct DeterminismTests {
  @Test func equalParametersGiveEqualBytes() {
    let one = Drawn(SynthesisParameters(seed: 5, subcompartments: 400))
    let two = Drawn(SynthesisParameters(seed: 5, subcompartments: 400))
    #expect(one.batches == two.batches)
    #expect(one.record == two.record)
  }

  @Test func anotherSeedGivesAnotherCounty() {
    let one = Drawn(SynthesisParameters(seed: 5, subcompartments: 400))
    let two = Drawn(SynthesisParameters(seed: 6, subcompartments: 400))
    #expect(one.batches[0].geometry != two.batches[0].geometry)
    #expect(one.texts(.firstSurvey, "YOU_SHI_SZ") != two.texts(.firstSurvey, "YOU_SHI_SZ"))
    #expect(one.record.faults != two.record.faults)
  }

  @Test func sizeOfBatchesChangesNothingButTheBatches() {
    let one = Drawn(SynthesisParameters(subcompartments: 600))
    let two = Drawn(SynthesisParameters(subcompartments: 600, batchRows: 1))
    #expect(two.batches.count > one.batches.count)
    for layer in SyntheticLayer.allCases {
      let left = one.batches.filter { $0.layer == layer }.flatMap { $0.geometry.bytes }
      let right = two.batches.filter { $0.layer == layer }.flatMap { $0.geometry.bytes }
      #expect(left == right)
    }
    #expect(one.keys(.secondSurvey) == two.keys(.secondSurvey))
    #expect(one.record == two.record)
    var next = 0
    for batch in two.batches where batch.layer == .firstSurvey {
      #expect(batch.firstRow == next)
      next += batch.count
    }
  }

  /// A checked value: another machine or compiler that draws another county is found out here.
  @Test func firstCornerIsAlwaysTheSame() throws {
    let ring = try #require(
      Drawn(SynthesisParameters(seed: 1, subcompartments: 100)).polygons(.firstSurvey).first?
        .rings.first)
    let hash = ring.reduce(into: UInt64(14_695_981_039_346_656_037)) { hash, corner in
      hash = (hash ^ UInt64(bitPattern: Int64(corner.x))) &* 1_099_511_628_211
      hash = (hash ^ UInt64(bitPattern: Int64(corner.y))) &* 1_099_511_628_211
    }
    #expect(hash == 10_254_733_494_159_154_863)
  }
}
