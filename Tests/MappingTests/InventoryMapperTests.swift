import Inventory
import Mapping
import Testing

@Suite struct InventoryMapperTests {
  private let table = SpeciesTable(
    Mappings.lists["species.csv"]?.entries.values.map {
      Species(name: $0.name, group: $0.meaning)
    } ?? [])

  private func map(
    _ more: String = "", _ columns: [String: SourceColumn], polygons: [Double],
    change: (inout MappingFile) -> Void = { _ in }
  ) throws -> SurveyRows {
    var mapping = try Mappings.inventory(more)
    change(&mapping)
    var defaults: [String: SourceColumn] = [:]
    let count = polygons.count
    for name in ["CUN", "XIAO_BAN", "DI_LEI", "YOU_SHI_SZ"] {
      defaults[name] = .text(TextColumn(Array(repeating: "", count: count)))
    }
    for name in ["MIAN_JI", "HUO_LMGQXJ"] {
      defaults[name] = .number(Array(repeating: .nan, count: count))
    }
    defaults.merge(columns) { $1 }
    let names = defaults.keys.sorted()
    let binding = try ColumnBinding(mapping, available: names)
    var mapper = InventoryMapper(binding, species: table)
    return mapper.map(
      binding.columnsToRead.compactMap { defaults[names[$0]] },
      sourceRows: (0..<count).map { Int64($0) + 10 }, geometricArea: polygons)
  }

  @Test func codesBecomeMeanings() throws {
    let rows = try map(
      [
        "DI_LEI": .text(TextColumn(["0111", "0113", "", "113", "0111"])),
        "YOU_SHI_SZ": .text(TextColumn(["310", "", "999", "490400", "123456789"])),
      ], polygons: [1, 1, 1, 1, 1])
    let stands = rows.subcompartments
    #expect(
      stands.landClass == [.arborForest, .bambooForest, .unknown, .unknown, .arborForest])
    let fir = table.number(of: Species(name: "杉木", group: "杉木"))
    let hardwood = table.number(of: Species(name: "硬阔类", group: "硬阔类"))
    #expect(stands.species[0] == fir)
    #expect(stands.species[4] == fir)
    #expect(stands.species[1...3] == [0, 0, 0])
    // The main species waits for a rule.
    #expect(rows.speciesOfMainCode == [0, 0, 0, hardwood ?? 0, 0])
    #expect(stands.row == [10, 11, 12, 13, 14])
    #expect(stands.village == [-1, -1, -1, -1, -1])
  }

  /// 310 as a number in a spreadsheet is the code 310.
  @Test func numericCodeColumnsAreRead() throws {
    let rows = try map(["YOU_SHI_SZ": .number([310, .nan, 490_400])], polygons: [1, 1, 1])
    #expect((0..<3).map { rows.speciesCode[$0] } == ["310", "", "490400"])
    #expect(rows.subcompartments.species[0] != SpeciesTable.none)
  }

  @Test(arguments: [
    (AreaUnit.hectare, 1.0), (.mu, 15), (.squareMetre, 10_000),
  ])
  func areasComeInHectares(unit: AreaUnit, perHectare: Double) throws {
    let rows = try map(["MIAN_JI": .number([3 * perHectare, .nan])], polygons: [9, 9]) { mapping in
      for index in mapping.columns.indices where mapping.columns[index].field == "area" {
        mapping.columns[index].areaUnit = unit
      }
    }
    #expect(rows.recordedArea[0] == 3)
    #expect(rows.recordedArea[1].isNaN)
    #expect(rows.subcompartments.area[0] == 3)
    #expect(rows.geometricArea == [9, 9])
  }

  @Test func theBasisDecidesWhichAreaCarriesTheStock() throws {
    let rows = try map(["MIAN_JI": .number([3])], polygons: [9]) { $0.areaBasis = .geometric }
    #expect(rows.subcompartments.area == [9])
    #expect(rows.recordedArea == [3])
  }

  /// 90 m³ on 30 亩 = 2 ha: 45 m³/ha; 3 m³/亩 is the same.
  @Test func volumesComePerHectare() throws {
    func volume(_ unit: VolumeUnit, _ value: Double, area: Double) throws -> Double {
      let rows = try map(
        ["MIAN_JI": .number([area]), "HUO_LMGQXJ": .number([value])], polygons: [7]
      ) { mapping in
        for index in mapping.columns.indices {
          switch mapping.columns[index].field {
          case "area": mapping.columns[index].areaUnit = .mu
          case "volume": mapping.columns[index].volumeUnit = unit
          default: break
          }
        }
      }
      return rows.subcompartments.volume[0]
    }
    #expect(try volume(.cubicMetres, 90, area: 30) == 45)
    #expect(try volume(.cubicMetresPerMu, 3, area: 30) == 45)
    #expect(try volume(.cubicMetresPerHectare, 45, area: 30) == 45)
    #expect(try volume(.cubicMetres, 90, area: 0).isNaN)
    #expect(try volume(.cubicMetres, 90, area: .nan).isNaN)
  }

  @Test func percentBecomesAShare() throws {
    let rows = try map(
      #"canopyDensity: { column: "YBD", unit: "percent", zeroIsMissing: true },"#,
      ["YBD": .number([70, 0, .nan])], polygons: [1, 1, 1])
    #expect(rows.subcompartments.canopyDensity[0] == 0.7)
    #expect(rows.subcompartments.canopyDensity[1].isNaN)
    #expect(rows.subcompartments.canopyDensity[2].isNaN)
  }

  @Test func keysHoldTheVillageInFull() throws {
    let rows = try map(
      #"county: "XIAN", town: "XIANG", patch: { column: "XI", optional: true },"#,
      [
        "XIAN": .text(TextColumn(["441622", "441622"])),
        "XIANG": .text(TextColumn(["104", "441622104"])),
        "CUN": .text(TextColumn(["201", "441622104201"])),
        "XIAO_BAN": .text(TextColumn(["0012", "0012"])), "XI": .text(TextColumn(["", "1"])),
      ], polygons: [1, 1]
    ) { $0.key = ["village", "subcompartment", "patch"] }
    #expect(rows.subcompartments.key[0] == "441622104201/0012/")
    #expect(rows.subcompartments.key[1] == "441622104201/0012/1")
    #expect(rows.number[0] == "0012")
    #expect(rows.number[1] == "0012-1")
    #expect(rows.villageForm == [.local, .full])
  }

  /// The last code met is remembered; what comes after a blank must not be the blank's.
  @Test func rowsDoNotDependOnTheirNeighbours() throws {
    let codes = ["0111", "", "0111", "0113", "0113", "x", "0111", "", ""]
    let all = try map(
      ["DI_LEI": .text(TextColumn(codes))], polygons: codes.map { _ in 1 }
    ).subcompartments.landClass
    for (row, code) in codes.enumerated() {
      let alone = try map(["DI_LEI": .text(TextColumn([code]))], polygons: [1])
      #expect(alone.subcompartments.landClass == [all[row]])
    }
  }

  @Test func noRowsGiveNoRows() throws {
    let rows = try map([:], polygons: [])
    #expect(rows.count == 0)
    #expect(rows.villageCode.count == 0)
  }

  private func map(
    _ columns: [String: SourceColumn], polygons: [Double],
    change: (inout MappingFile) -> Void = { _ in }
  ) throws -> SurveyRows {
    try map("", columns, polygons: polygons, change: change)
  }
}
