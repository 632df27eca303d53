import Inventory
import Testing

@Suite struct ColumnTests {
  @Test func textsComeBackAsTheyWere() {
    let texts = ["", "龙川县", "a/b", "", "老隆镇 0012-1", "\u{20BB7}"]
    var column = TextColumn(texts)
    #expect(column.count == texts.count)
    #expect((0..<column.count).map { column[$0] } == texts)
    #expect((0..<column.count).map { column.isEmpty($0) } == texts.map(\.isEmpty))
    column.append(contentsOf: TextColumn())
    column.append(contentsOf: TextColumn(["x", ""]))
    column.appendRow { bytes in
      bytes.append(0x31)
      bytes.append(0x32)
    }
    column.appendRow { _ in }
    #expect((6..<10).map { column[$0] } == ["x", "", "12", ""])
    #expect(column.ends.last == column.bytes.count)
    #expect(TextColumn(bytes: column.bytes, ends: column.ends) == column)
  }

  @Test func unitsAreExact() {
    #expect(AreaUnit.mu.hectares(15) == 1)
    #expect(AreaUnit.squareMetre.hectares(10_000) == 1)
    #expect(AreaUnit.hectare.hectares(2.5) == 2.5)
    // 1 亩 = 10000/15 m².
    #expect(AreaUnit.squareMetre.hectares(10_000.0 / 15) == AreaUnit.mu.hectares(1))
    #expect(abs(Units.carbonDioxidePerCarbon - 3.6667) < 1e-4)
  }

  @Test func speciesAreNumberedAlikeInAnyOrder() {
    let species = ["杉木", "马尾松", "栎类"].map { Species(name: $0, group: $0) }
    let table = SpeciesTable(species + species)
    #expect(table == SpeciesTable(species.reversed()))
    #expect(table.species.count == 4)
    #expect(table.number(of: Species(name: "杉木", group: "其他")) == nil)
    for one in species {
      let number = table.number(of: one)
      #expect(number != nil && number != SpeciesTable.none)
      #expect(number.map { table[$0] } == one)
    }
    #expect(table[SpeciesTable.none].name.isEmpty)
  }

  @Test func ordinalsReturnTheirTerms() {
    func check<Term: Vocabulary>(_ type: Term.Type, unknown: Term) {
      let ordinals = Ordinals<Term>()
      #expect(Term.allCases.map(\.ordinal) == (0..<Term.allCases.count).map { Int64($0) })
      for term in Term.allCases { #expect(ordinals.term(term.ordinal) == term) }
      #expect(unknown.ordinal == 0)
      #expect(ordinals.term(-1) == unknown)
      #expect(ordinals.terms([1_000_000, 0]) == [unknown, unknown])
    }
    check(LandClass.self, unknown: .unknown)
    check(Origin.self, unknown: .unknown)
    check(ForestClass.self, unknown: .unknown)
    check(AgeGroup.self, unknown: .unknown)
  }

  @Test func aResultIsNoBetterThanItsWeakestFact() {
    for first in Standing.allCases {
      #expect(first.weaker(.official) == first)
      #expect(first.weaker(.unknown) == .unknown)
      for second in Standing.allCases { #expect(first.weaker(second) == second.weaker(first)) }
    }
    #expect(Standing.allCases.filter(\.mayBeFiled) == [.official])
  }
}
