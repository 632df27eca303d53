internal import Accounting
internal import Configuration
internal import Foundation
internal import Geospatial
internal import Inventory
internal import Mapping
internal import Quality

/// Reads a pipeline file and every file that it names.
struct PipelineLoader {
  private let file: String
  private var mappings: [String: MappingFile] = [:]
  private var mappingReader = MappingReader()

  private init(file: String) {
    self.file = file
  }

  /// - Parameters:
  ///   - path: the pipeline file.
  ///   - workFolder: overrides where stage results are kept.
  ///   - outputFolder: overrides where reports are put.
  /// - Throws: `ConfigurationError`, `InputFileError` or `SourceError`.
  static func load(
    _ path: String, workFolder: String? = nil, outputFolder: String? = nil
  ) throws -> PipelineFile {
    let absolute = URL(fileURLWithPath: path).absoluteURL.standardized.path
    var loader = PipelineLoader(file: absolute)
    let bytes: [UInt8]
    do {
      bytes = try InputFile.bytes(absolute)
    } catch {
      throw InputFileError(path: path, problem: error.problem)
    }
    let value = try JSON5.parse(bytes, file: path)
    let reader = try ConfigurationReader(value, file: path)
    return try loader.pipeline(reader, workFolder: workFolder, outputFolder: outputFolder)
  }

  private mutating func pipeline(
    _ reader: ConfigurationReader, workFolder: String?, outputFolder: String?
  ) throws -> PipelineFile {
    let name = try name(reader)
    let title = try reader.string("title")
    let epsg = try reader.optionalInteger("epsg", in: 1024...32767)
    let sources = try reader.object("sources")
    let declared = try inventory(sources)
    let pairing =
      try reader.optionalObject("pairing").map {
        try PairingSettings($0, surveys: declared.map(\.survey))
      } ?? PairingSettings()
    let inventory = declared.filter { $0.survey <= pairing.second ?? .max }
    let villages = try sources.optionalObject("villages").map { try layer($0, .villages) }
    let absent = try LayerRole.allCases.filter { try isDeclaredNone(sources, $0) }
    let parcels = try layers(sources, .tenureParcels, .tenureParcels, absent)
    let lists =
      absent.contains(.tenureLists)
      ? [] : try sources.optionalObjects("tenureLists")?.map { try sheet($0) } ?? []
    let exclusions = try layers(sources, .exclusions, .exclusionZones, absent)
    let credited = try layers(sources, .credited, .creditedLand, absent)
    try sources.finish()
    let methods = try methods(reader)
    let policies = try rules(reader)
    let checks = try reader.optionalObject("checks")
    let checksOverlaps = try checks?.optionalBool("overlaps") ?? false
    try checks?.finish()
    let tenure =
      try reader.optionalObject("tenure").map { try TenureSettings($0) } ?? TenureSettings()
    let growthBlock = try reader.optionalObject("growth")
    let growthCanonical = growthBlock?.value.canonicalJSON() ?? ""
    let growth = try growthBlock.map { try GrowthSettings($0) } ?? GrowthSettings()
    // With one survey nothing else tells how far back a model reckons.
    if let growthBlock, inventory.count == 1, growth.lookBack == nil,
      growth.rungs.contains(where: \.isModelled)
    {
      throw growthBlock.error(.missingKey("years"))
    }
    let species = species(inventory)
    if let growthBlock { try PipelineChecks.curves(growth, growthBlock, species: species) }
    for method in methods {
      try PipelineChecks.plantingDates(
        method.parameters, file: method.displayPath, latest: inventory.last?.survey)
    }
    let bands = try reader.optionalObject("bands")
    let drawsSubcompartments = try bands?.bool("subcompartments") ?? false
    try bands?.finish()
    let revenue = try revenue(reader)
    let (holders, salt) = try holders(reader)
    let prices = try prices(reader, methods)
    let quotas = try quotas(reader)
    let isStamped = try reader.optionalBool("inventoryIsStamped") ?? false
    let target = try reader.optionalNumber("targetTonnes", in: 0...1e12)
    let leastUsable = try reader.optionalNumber("leastUsableShare", in: 0...1) ?? 0
    let stages = try stages(reader)
    let work = try reader.optionalString("work").map { InputFile.resolve($0, from: file) }
    let output = try reader.optionalString("output").map { InputFile.resolve($0, from: file) }
    try reader.finish()

    let here = FileManager.default.currentDirectoryPath
    try SpeciesGroupCheck.check(inventory, methods)
    return PipelineFile(
      name: name, title: title, epsg: epsg, inventory: inventory, villages: villages,
      tenureParcels: parcels, tenureLists: lists, exclusions: exclusions, credited: credited,
      declaredNone: absent,
      methods: methods, rules: RuleCatalog(policies: policies), checksOverlaps: checksOverlaps,
      rulePolicies: policies, tenure: tenure, growth: growth, growthCanonical: growthCanonical,
      pairing: pairing,
      unreadSurveys: declared.map(\.survey).filter { $0 > pairing.second ?? .max },
      drawsSubcompartments: drawsSubcompartments, revenue: revenue,
      holders: holders, pseudonymSalt: salt, prices: prices, quotas: quotas,
      inventoryIsStamped: isStamped, targetTonnes: target,
      outputFolder: absolute(outputFolder) ?? output ?? here + "/output/" + name,
      workFolder: absolute(workFolder) ?? work ?? here + "/work/" + name, stages: stages,
      species: species, leastUsableShare: leastUsable)
  }

  private func absolute(_ path: String?) -> String? {
    path.map { URL(fileURLWithPath: $0).absoluteURL.standardized.path }
  }

  /// Names become folders, so they are kept to characters that are safe in every file system.
  private func name(_ reader: ConfigurationReader) throws -> String {
    let name = try reader.string("name")
    let isSafe = name.utf8.allSatisfy {
      switch $0 {
      case 0x30...0x39, 0x61...0x7A, 0x2D: true
      default: false
      }
    }
    guard isSafe, !name.isEmpty, name.utf8.count <= 64 else {
      throw reader.error(
        .outOfRange(value: name, allowed: "1 to 64 of a-z, 0-9 and -"), at: "name")
    }
    return name
  }

  // MARK: Sources

  private mutating func inventory(_ sources: ConfigurationReader) throws -> [InventorySource] {
    let readers = try sources.objects("inventory")
    guard !readers.isEmpty else {
      throw sources.error(.outOfRange(value: "0 entries", allowed: "at least one"), at: "inventory")
    }
    var surveys: [InventorySource] = []
    for reader in readers {
      let survey = try reader.integer("survey", in: 1950...2200)
      if surveys.contains(where: { $0.survey == survey }) {
        throw reader.error(
          .invalid("survey \(survey) is declared twice; use a pattern for several files"),
          at: "survey")
      }
      surveys.append(InventorySource(survey: survey, layer: try layer(reader, .inventory)))
    }
    return surveys.sorted { $0.survey < $1.survey }
  }

  /// Whether the pipeline says in words that there is nothing of a kind: `exclusions: "none"`.
  private func isDeclaredNone(_ sources: ConfigurationReader, _ role: LayerRole) throws -> Bool {
    guard sources.holdsText(role.rawValue) else { return false }
    let text = try sources.string(role.rawValue)
    guard text == "none" else {
      throw sources.error(
        .notOneOf(value: text, suggestion: nil, allowed: ["none", "a list of layers"]),
        at: role.rawValue)
    }
    return true
  }

  private mutating func layers(
    _ sources: ConfigurationReader, _ role: LayerRole, _ kind: MappingKind,
    _ absent: [LayerRole]
  ) throws -> [LayerSource] {
    guard !absent.contains(role) else { return [] }
    var layers: [LayerSource] = []
    for reader in try sources.optionalObjects(role.rawValue) ?? [] {
      layers.append(try layer(reader, kind))
    }
    return layers
  }

  private mutating func layer(
    _ reader: ConfigurationReader, _ kind: MappingKind
  ) throws -> LayerSource {
    let path = try reader.string("path")
    let files = try files(path, reader)
    let (mapping, mappingPath) = try mapping(reader, kind)
    let layer = LayerSource(
      declaredPath: path, files: files, layer: try reader.optionalString("layer"),
      encoding: try reader.optionalString("encoding"),
      epsg: try reader.optionalInteger("epsg", in: 1024...32767),
      countyCode: try CoordinateSettings.countyCode(reader),
      centralMeridian: try CoordinateSettings.centralMeridian(reader),
      datumShift: try CoordinateSettings.datumShift(reader), mapping: mapping,
      mappingPath: mappingPath)
    try reader.finish()
    return layer
  }

  private mutating func sheet(_ reader: ConfigurationReader) throws -> SheetSource {
    let path = try reader.string("path")
    let files = try files(path, reader)
    let (mapping, mappingPath) = try mapping(reader, .tenureList)
    let sheet = SheetSource(
      declaredPath: path, files: files, sheet: try reader.optionalString("sheet"),
      mapping: mapping, mappingPath: mappingPath)
    try reader.finish()
    return sheet
  }

  private func files(_ path: String, _ reader: ConfigurationReader) throws -> [SourceFile] {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    return try FileSet.expand(InputFile.resolve(path, from: file)).map { found in
      SourceFile(
        path: found, displayPath: InputFile.relative(FileSet.shown(found), to: folder),
        parts: try FileSet.parts(of: found))
    }
  }

  // MARK: Mappings and code lists

  private mutating func mapping(
    _ reader: ConfigurationReader, _ kind: MappingKind
  ) throws -> (MappingFile, String) {
    let written = try reader.string("mapping")
    let path = InputFile.resolve(written, from: file)
    let mapping: MappingFile
    if let known = mappings[path] {
      mapping = known
    } else {
      let root = try configuration(path, written, reader, "mapping")
      mapping = try mappingReader.read(root, at: path)
      mappings[path] = mapping
    }
    guard mapping.kind == kind else {
      throw reader.error(
        .invalid("\(written) is a mapping of kind \(mapping.kind.rawValue), not \(kind.rawValue)"),
        at: "mapping")
    }
    return (mapping, written)
  }

  private func configuration(
    _ path: String, _ written: String, _ reader: ConfigurationReader, _ key: String
  ) throws -> ConfigurationReader {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.bytes(path)
    } catch {
      throw InputFileError(
        path: written, problem: error.problem, namedBy: reader.error(.invalid(key), at: key))
    }
    let shown = InputFile.relative(path, to: FileManager.default.currentDirectoryPath)
    return try ConfigurationReader(JSON5.parse(bytes, file: shown), file: shown)
  }

  // MARK: Methods and settings

  private func methods(_ reader: ConfigurationReader) throws -> [MethodSource] {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    var methods: [MethodSource] = []
    for entry in try reader.objects("methods") {
      let written = try entry.string("file")
      let path = InputFile.resolve(written, from: file)
      var root = try configuration(path, written, entry, "file")
      if let period = try entry.optionalObject("crediting") {
        // The run's own period stands in the record as if the method file had it.
        _ = try CreditingPeriod(period)
        root = try ConfigurationReader(
          root.value.replacing("crediting", with: period.value), file: root.file)
      }
      let canonical = root.value.canonicalJSON()
      let parameters = try MethodParameters(configuration: root.value, file: root.file)
      if methods.contains(where: { $0.parameters.id == parameters.id }) {
        throw entry.error(
          .invalid("method \(parameters.id) is declared twice"), at: "file")
      }
      methods.append(
        MethodSource(
          path: path, displayPath: InputFile.relative(path, to: folder), parameters: parameters,
          canonical: canonical, stockPosition: root.error(.invalid(""), at: "stock").position,
          counties: try entry.optionalStrings("counties") ?? []))
      try entry.finish()
    }
    guard !methods.isEmpty else {
      throw reader.error(.outOfRange(value: "0 entries", allowed: "at least one"), at: "methods")
    }
    return methods
  }

  private func rules(_ reader: ConfigurationReader) throws -> [String: RulePolicy] {
    guard let rules = try reader.optionalObject("rules") else { return [:] }
    rules.declare(RuleCatalog.definitions.map(\.identifier))
    var policies: [String: RulePolicy] = [:]
    for definition in RuleCatalog.definitions where rules.has(definition.identifier) {
      let policy = try rules.choice(definition.identifier, RulePolicy.self)
      guard definition.allowedPolicies.contains(policy) else {
        throw rules.error(
          .notOneOf(
            value: policy.rawValue, suggestion: nil,
            allowed: definition.allowedPolicies.map(\.rawValue)),
          at: definition.identifier)
      }
      policies[definition.identifier] = policy
    }
    try rules.finish()
    return policies
  }

  private func revenue(_ reader: ConfigurationReader) throws -> RevenueSettings {
    var settings = RevenueSettings()
    guard let revenue = try reader.optionalObject("revenue") else { return settings }
    settings.contractShare = try revenue.optionalNumber("contractShare", in: 0...1)
    settings.agreedShare = try revenue.optionalNumber("agreedShare", in: 0...1)
    settings.fixedCost =
      try revenue.optionalNumber("fixedCost", in: 0...1e9) ?? settings.fixedCost
    try revenue.finish()
    return settings
  }

  private func holders(_ reader: ConfigurationReader) throws -> (HolderDisplay, String?) {
    guard let publish = try reader.optionalObject("publish") else { return (.pseudonym, nil) }
    let holders = try publish.optionalChoice("holders", HolderDisplay.self) ?? .pseudonym
    let salt = try publish.optionalString("salt")
    if let salt, salt.utf8.count < 8 {
      throw publish.error(.outOfRange(value: salt, allowed: "at least 8 bytes"), at: "salt")
    }
    try publish.finish()
    return (holders, salt)
  }

  private func prices(
    _ reader: ConfigurationReader, _ methods: [MethodSource]
  ) throws -> [String: PriceBand] {
    guard let object = try reader.optionalObject("prices") else { return [:] }
    object.declare(methods.map(\.parameters.id))
    var prices: [String: PriceBand] = [:]
    for method in methods where object.has(method.parameters.id) {
      let band = try object.object(method.parameters.id)
      let low = try band.number("low", in: 0...10_000)
      let middle = try band.number("middle", in: low...10_000)
      prices[method.parameters.id] = PriceBand(
        low: low, middle: middle, high: try band.number("high", in: middle...10_000),
        provenance: Provenance(.user, source: try band.string("source")))
      try band.finish()
    }
    try object.finish()
    return prices
  }

  private func quotas(_ reader: ConfigurationReader) throws -> [String: Int] {
    var quotas: [String: Int] = [:]
    for member in try reader.optionalMembers("quotas") ?? [] {
      quotas[member.key] = try member.value.integer(
        in: 0...10_000, file: reader.file, path: member.path)
    }
    return quotas
  }

  private func stages(_ reader: ConfigurationReader) throws -> [StageName] {
    guard let names = try reader.optionalStrings("stages") else { return StageName.allCases }
    let chain = StageName.allCases.map(\.rawValue)
    for name in names where !chain.contains(name) {
      throw reader.error(
        .notOneOf(
          value: name, suggestion: Suggestion.closest(to: name, among: chain), allowed: chain),
        at: "stages")
    }
    guard names == Array(chain.prefix(names.count)), !names.isEmpty else {
      throw reader.error(
        .invalid(
          "stages build on one another: list a leading part of " + chain.joined(separator: ", ")),
        at: "stages")
    }
    return Array(StageName.allCases.prefix(names.count))
  }

  /// Every species that any list of the run knows, so that numbers do not depend on the data.
  private func species(_ inventory: [InventorySource]) -> SpeciesTable {
    var species: [Species] = []
    for source in inventory {
      for field in ["species", "secondSpecies", "previousSpecies"] {
        guard let list = source.layer.mapping[field]?.codes else { continue }
        species += list.entries.values.map { Species(name: $0.name, group: $0.meaning) }
      }
    }
    return SpeciesTable(species)
  }
}
