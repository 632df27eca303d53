import Inventory
import Testing

@Suite struct SurveyMatchTests {
  private func survey(_ keys: [String]) -> SubcompartmentColumns {
    var columns = SubcompartmentColumns()
    columns.key = TextColumn(keys)
    columns.row = keys.indices.map { Int64($0) }
    return columns
  }

  @Test func rowsMeetByKeyInAnyOrder() {
    let match = SurveyMatch(earlier: survey(["a", "b", "c"]), later: survey(["c", "x", "a"]))
    #expect(match.earlierRow == [2, -1, 0])
    #expect(match.unmatchedEarlier == [1])
    #expect(match.matchedCount == 2)
  }

  @Test func ofEqualKeysTheFirstIsMatched() {
    let match = SurveyMatch(earlier: survey(["a", "a", "b"]), later: survey(["a", "a"]))
    #expect(match.earlierRow == [0, 0])
    #expect(match.unmatchedEarlier == [1, 2])
  }

  @Test func anEmptySurveyMatchesNothing() {
    #expect(SurveyMatch(earlier: survey([]), later: survey(["a"])).earlierRow == [-1])
    #expect(SurveyMatch(earlier: survey(["a"]), later: survey([])).unmatchedEarlier == [0])
  }

  /// Every earlier row is either continued or listed as not continued.
  @Test func nothingIsLost() {
    let earlier = survey((0..<300).map { "k\($0 * 3)" })
    let later = survey((0..<500).map { "k\($0 * 2)" })
    let match = SurveyMatch(earlier: earlier, later: later)
    let continued = Set(match.earlierRow.filter { $0 >= 0 }.map(Int.init))
    #expect(continued.isDisjoint(with: match.unmatchedEarlier))
    #expect(continued.count + match.unmatchedEarlier.count == 300)
    for (row, found) in match.earlierRow.enumerated() where found >= 0 {
      #expect(earlier.key[Int(found)] == later.key[row])
    }
    // Multiples of six below 900.
    #expect(match.matchedCount == 150)
  }

  @Test func gatheringFillsWhatIsMissing() {
    var columns = survey(["a", "b"])
    columns.village = [4, 5]
    columns.landClass = [.arborForest, .cutover]
    columns.origin = [.planted, .natural]
    columns.forestClass = [.commercial, .unknown]
    columns.ageGroup = [.young, .mature]
    columns.species = [7, 8]
    columns.secondSpecies = [0, 1]
    columns.area = [1.5, 2]
    columns.volume = [10, 20]
    columns.secondVolume = [.nan, 3]
    columns.age = [5, 6]
    columns.canopyDensity = [0.5, 0.6]
    columns.plantingYear = [2001, 2002]
    columns.stems = [3000, .nan]
    columns.diameter = [9, 10]
    columns.keyLocation = [.ordinary, .unknown]
    let gathered = columns.gathering([1, -1, 0])
    #expect(gathered.count == 3)
    #expect(gathered.row == [1, -1, 0])
    #expect((0..<3).map { gathered.key[$0] } == ["b", "", "a"])
    #expect(gathered.landClass == [.cutover, .unknown, .arborForest])
    #expect(gathered.species == [8, SpeciesTable.none, 7])
    #expect(gathered.area[0] == 2)
    #expect(gathered.area[1].isNaN)
    #expect(gathered.village == [5, -1, 4])
    #expect(gathered.plantingYear[2] == 2001)

    var appended = columns.gathering([0])
    appended.append(columns, rows: [1])
    // NaN equals NaN here: the same bits.
    #expect("\(appended)" == "\(columns.gathering([0, 1]))")
    appended.append(columns, rows: [0, 1])
    #expect("\(appended)" == "\(columns.gathering([0, 1, 0, 1]))")
  }
}
