import Inventory
import Mapping
import Testing

@Suite struct ColumnBindingTests {
  private func bind(_ more: String, _ extra: [String]) throws -> ColumnBinding {
    try ColumnBinding(Mappings.inventory(more), available: Mappings.columnNames + extra)
  }

  private func refusal(_ more: String, _ extra: [String]) -> MappingError? {
    do {
      _ = try bind(more, extra)
      return nil
    } catch {
      return error as? MappingError
    }
  }

  @Test func namesMatchWithoutCase() throws {
    let binding = try ColumnBinding(
      Mappings.inventory(), available: Mappings.columnNames.reversed().map { $0.lowercased() })
    #expect(binding.columnName("village") == "cun")
    // Fields in the order of the vocabulary, columns by their place in the file.
    #expect(binding.columnsToRead == [5, 4, 3, 2, 1, 0])
    #expect(binding.position("village") == 0)
    #expect(binding.position("age") == nil)
  }

  /// A shapefile keeps ten bytes of a name, which are five Chinese characters in GBK.
  @Test func namesMatchAsAShapefileCutsThem() throws {
    let more = #"forestCategory: { column: "Q_LIN_ZHONG", codes: "origin.csv" }, age: "林分平均年龄","#
    let binding = try bind(more, ["Q_LIN_ZHON", "林分平均年"])
    #expect(binding.columnName("forestCategory") == "Q_LIN_ZHON")
    #expect(binding.columnName("age") == "林分平均年")
    // Where the whole name is there, the cut one is another column.
    let both = try bind(more, ["Q_LIN_ZHON", "Q_LIN_ZHONG", "林分平均年龄"])
    #expect(both.columnName("forestCategory") == "Q_LIN_ZHONG")
    #expect(refusal(more, ["Q_LIN_ZHO", "林分平均年"]) != nil)
  }

  @Test func aliasesAreTriedAndTwoAtOnceRefused() throws {
    let more = #"age: { column: ["PINGJUN_NL", "NIAN_LIN"] },"#
    #expect(try bind(more, ["NIAN_LIN"]).columnName("age") == "NIAN_LIN")
    #expect(try bind(more, ["pingjun_nl"]).columnName("age") == "pingjun_nl")
    #expect(
      refusal(more, ["NIAN_LIN", "PINGJUN_NL"])
        == .ambiguousColumn(field: "age", columns: ["PINGJUN_NL", "NIAN_LIN"]))
  }

  @Test func columnsThatDifferOnlyInCaseAreRefused() {
    #expect(
      refusal(#"age: "NL","#, ["NL", "nl"])
        == .ambiguousColumn(field: "age", columns: ["NL", "nl"])
    )
  }

  /// LMSYQ and LMSYQS differ; two long names may become one, and then one column is lost.
  @Test func twoFieldsDoNotShareACutName() throws {
    let more = #"diameter: "PINGJUN_XIONGJING", height: "PINGJUN_XIAO_GAO","#
    #expect(
      refusal(more, ["PINGJUN_XI"])
        == .ambiguousColumn(field: "height", columns: ["PINGJUN_XI"]))
    // Naming one column twice is the mapping's own choice.
    let shared = try bind(#"town: "CUN","#, [])
    #expect(shared.position("town") == shared.position("village"))
    #expect(shared.columnsToRead.count == 6)
  }

  @Test func whatIsMissingIsNamedWithWhatIsThere() throws {
    let expected = MappingError.missingColumn(
      field: "age", chineseName: "平均年龄", tried: ["NL"], available: Mappings.columnNames)
    #expect(refusal(#"age: "NL","#, []) == expected)
    let optional = try bind(#"age: { column: "NL", optional: true },"#, [])
    #expect(optional.position("age") == nil)
    #expect(optional.columnName("age") == nil)
    let numbers = optional.numbers("age", in: [], rows: 2)
    #expect(numbers.count == 2 && numbers.allSatisfy(\.isNaN))
    let texts = optional.texts("age", in: [], rows: 2)
    #expect(texts.count == 2 && texts.isEmpty(0) && texts.isEmpty(1))
  }

  @Test func constantsFillEveryRow() throws {
    let binding = try bind(#"county: { constant: "441622" }, age: { constant: "7.5" },"#, [])
    #expect(binding.columnName("county") == nil)
    #expect((0..<2).map { binding.texts("county", in: [], rows: 2)[$0] } == ["441622", "441622"])
    #expect(binding.numbers("age", in: [], rows: 3) == [7.5, 7.5, 7.5])
  }

  @Test func numbersAndTextsAreReadAsEachOther() throws {
    let binding = try bind(#"age: { column: "NL", zeroIsMissing: true },"#, ["NL"])
    var columns = [SourceColumn](repeating: .text(TextColumn()), count: 7)
    let age = try #require(binding.position("age"))
    columns[age] = .text(
      TextColumn(["12", "", " ", "1e2", "-3.5", "0", "十二", "12岁", "nan", "inf", "0x10", "1,2"]))
    let reading = binding.reading("age", in: columns, rows: 12)
    #expect(reading.oddities.map(\.text) == ["十二", "0x10", "1,2"])
    #expect(reading.oddities.allSatisfy(\.isUnreadable) && reading.filled == 9)
    let numbers = binding.numbers("age", in: columns, rows: 12)
    #expect(numbers[0] == 12)
    #expect(numbers[3] == 100)
    #expect(numbers[4] == -3.5)
    #expect(numbers[7] == 12 && numbers[9] == .infinity)
    for row in [1, 2, 5, 6, 8, 10, 11] { #expect(numbers[row].isNaN) }
    columns[age] = .number([3, 3.5, .nan, 441_622_104_201, -0.0])
    let texts = binding.texts("age", in: columns, rows: 5)
    #expect((0..<5).map { texts[$0] } == ["3", "3.5", "", "441622104201", "0"])
  }

  /// A geodatabase may have ASCII names and show Chinese ones; names come before aliases.
  @Test func aliasesOfAGeodatabaseAreTried() throws {
    let mapping = MappingFile(
      identifier: "m", title: "m", kind: .inventory,
      columns: [
        ColumnMapping(field: "village", names: ["村代码"]),
        ColumnMapping(field: "area", names: ["面积"]),
      ], key: ["village"])
    let binding = try ColumnBinding(
      mapping, available: ["F1", "F2", "面积"], aliases: ["村代码", "面积", ""])
    #expect(binding.columnsToRead == [0, 2])
    #expect(binding.columnName("village") == "F1")
    #expect(throws: MappingError.self) {
      try ColumnBinding(mapping, available: ["F1", "F2"], aliases: ["村代码", ""])
    }
    #expect(throws: MappingError.self) {
      try ColumnBinding(mapping, available: ["F1", "F2", "F3"], aliases: ["村代码", "面积", "面积"])
    }
  }
}
