/// The keys of a pipeline file, for `lintan help pipeline`. A test compares them with those that the
/// loader knows, so that none is missing and none made up.
enum PipelineKeys {
  /// One key: what it means, in which unit or form, and what holds without it.
  struct Key: Sendable {
    var name: String
    var form: String
    var meaning: String
    /// Nil where the key must be given.
    var fallback: String?

    init(_ name: String, _ form: String, _ meaning: String, _ fallback: String? = nil) {
      self.name = name
      self.form = form
      self.meaning = meaning
      self.fallback = fallback
    }
  }

  /// The keys of one object.
  struct Block: Sendable {
    /// Where it stands, such as `sources.inventory[]`; empty for the file itself.
    var path: String
    var about: String
    var keys: [Key]
  }

  private static let layerKeys: [Key] = [
    Key("path", "path or pattern", "file, from the pipeline file's folder; * and ? take several"),
    Key("mapping", "path", "mapping file: which column is what (`lintan help mapping`)"),
    Key(
      "layer", "text", "layer of a GeoPackage or geodatabase, sheet of a workbook", "the only one"),
    Key("encoding", "UTF-8, GBK, GB18030 …", "text encoding", "decided by evidence"),
    Key("epsg", "EPSG code", "coordinate system", "as recorded, or decided by evidence"),
    Key("countyCode", "six digits", "county of six-digit eastings without zone", "none"),
    Key("centralMeridian", "degrees, 75–135", "middle of the zone of six-digit eastings", "none"),
    Key("datumShift", "{ … }", "seven parameters from an older datum", "no shift"),
  ]

  static let blocks: [Block] = [
    Block(
      path: "", about: "the file",
      keys: [
        Key("name", "a-z, 0-9 and -", "short name, used for folders"),
        Key("title", "text", "title of the reports"),
        Key("sources", "{ … }", "the data"),
        Key("methods", "[ … ]", "methods to compute"),
        Key("epsg", "EPSG code", "system in which areas are measured", "that of the first layer"),
        Key("rules", "{ rule: policy }", "policies of rules (`lintan rules`)", "the rule's own"),
        Key("checks", "{ … }", "further checks that cost time", "none"),
        Key(
          "leastUsableShare", "0–1", "share of a survey's rows that must be usable",
          "one row is enough"),
        Key("tenure", "{ … }", "how titles are judged", "as below"),
        Key("growth", "{ … }", "what may serve as evidence of growth", "two surveys"),
        Key("pairing", "{ … }", "how two surveys are compared", "as below"),
        Key("bands", "{ … }", "P10, P50 and P90 of smaller things than villages", "none"),
        Key("revenue", "{ … }", "income and its shares", "as below"),
        Key("prices", "{ method: { … } }", "prices by method", "those of the method files"),
        Key("quotas", "{ \"449921\": 10 }", "villages to put forward, by county code", "none"),
        Key("targetTonnes", "tCO2e", "what all villages together aim at", "none"),
        Key("inventoryIsStamped", "true, false", "whether 二调 data are 盖章确认", "false"),
        Key("publish", "{ … }", "what shared outputs show", "as below"),
        Key("stages", "[ … ]", "a leading part of the chain", "all six stages"),
        Key("work", "path", "where results of stages are kept", "work/NAME"),
        Key("output", "path", "where reports are put", "output/NAME"),
      ]),
    Block(
      path: "sources", about: "the data",
      keys: [
        Key("inventory", "[ … ]", "小班, one entry for each survey"),
        Key("villages", "{ … }", "村界", "villages as 小班 name them"),
        Key("tenureParcels", "[ … ], \"none\"", "林权宗地 with polygons", "not known"),
        Key("tenureLists", "[ … ], \"none\"", "林权 lists: CSV or spreadsheets", "not known"),
        Key("exclusions", "[ … ], \"none\"", "生态保护红线 and other zones", "not known"),
        Key("credited", "[ … ], \"none\"", "land that another mechanism credits", "not known"),
      ]),
    Block(
      path: "sources.inventory[]",
      about: "also villages, tenureParcels, exclusions and credited "
        + "(without survey)",
      keys: [Key("survey", "year", "year of the survey")] + layerKeys),
    Block(
      path: "sources.tenureLists[]", about: "",
      keys: [
        Key("path", "path or pattern", "file"), Key("mapping", "path", "mapping file"),
        Key("sheet", "text", "sheet of a workbook", "the first"),
      ]),
    Block(
      path: "methods[]", about: "",
      keys: [
        Key("file", "path", "method file (`lintan methods`)"),
        Key("counties", "[\"449921\"]", "counties in which it is used", "all"),
        Key("crediting", "{ basis, … }", "years credited in this run", "as the method file"),
      ]),
    Block(
      path: "tenure", about: "",
      keys: [
        Key("titleUntil", "year", "titles must last until its end", "last credited year"),
        Key("clearShare", "0.5–1", "share of a 小班 one holder must have", "0.9"),
        Key("sliverHectares", "ha, 0–1", "smaller pieces are slivers", "0.01"),
        Key("sliverShare", "0–0.5", "smaller shares are slivers", "0.01"),
        Key("areaTolerance", "0–1", "证载面积 off the polygon without a finding", "0.1"),
        Key("enclosureVillages", "2–10000", "villages of one body that warn of 圈占", "3"),
        Key("enclosureVillageShare", "0–1", "its share in each of these villages", "0.1"),
        Key("enclosureSingleShare", "0–1", "share of one village that warns alone", "0.3"),
        Key("enclosureCountyShare", "0–1", "share of all villages that warns", "0.1"),
        Key("enclosureHectares", "ha", "bodies with less are passed over", "66.7 (1000 亩)"),
        Key("recentFrom", "2021-01-01", "first day of recent transfers", "2 years before survey"),
        Key("rowsPerShard", "rows", "小班 held in memory at a time", "100000"),
      ]),
    Block(
      path: "checks", about: "",
      keys: [
        Key("overlaps", "true, false", "overlaps and gaps between 小班, by village", "false")
      ]),
    Block(
      path: "growth", about: "",
      keys: [
        Key(
          "rungs", "[ … ]",
          "kinds of evidence allowed: two-surveys, previous-fields, fitted-curve, "
            + "published-curve, flat-rate", "two-surveys, previous-fields"),
        Key("years", "1–30", "years that a model looks back from a single survey", "refused"),
        Key("previousYears", "1–30", "years before the survey of its Q_ fields", "refused if used"),
        Key("fit", "{ … }", "when a curve is fitted to the survey", "as recorded"),
        Key("publishedCurves", "[ … ]", "growth curves with their sources", "shipped examples"),
        Key("flatRate", "{ rate, standing, source }", "one rate for all stands", "none"),
      ]),
    Block(
      path: "pairing", about: "how two surveys are laid side by side",
      keys: [
        Key("first", "year", "survey that growth is measured from", "the earliest"),
        Key("second", "year", "survey that growth is measured to", "the latest"),
        Key("overlapShare", "0–1", "of a 小班 in the earlier one of its key", "0.5"),
        Key("sameShare", "0.5–1", "in common of two polygons of one key", "0.98"),
        Key("sliverShare", "0–0.1", "smaller parts of a 小班 are left out", "0.005"),
        Key("areaTolerance", "0–1", "recorded areas off: ask the polygons", "0.2"),
        Key("notContinued", "loss, not-counted", "earlier 小班 that are gone", "loss"),
        Key("cutOff", "loss, not-counted", "parts of shrunk 小班 that are gone", "loss"),
        Key("cutOffTolerance", "0–1", "a smaller part is no loss", "0.05"),
      ]),
    Block(
      path: "bands", about: "",
      keys: [Key("subcompartments", "true, false", "draw every 小班 by itself", "false")]),
    Block(
      path: "revenue", about: "",
      keys: [
        Key("contractShare", "0–1", "technical body's share by contract", "the scheme's cap"),
        Key("agreedShare", "0–1", "its share where no cap is published", "0.1"),
        Key("fixedCost", "CNY", "cost of bringing a project to market", "0: not judged"),
      ]),
    Block(
      path: "prices.METHOD", about: "CNY per tCO2e",
      keys: [
        Key("low", "0–10000", "careful price"), Key("middle", "from low", "price used"),
        Key("high", "from middle", "hopeful price"), Key("source", "text", "where they come from"),
      ]),
    Block(
      path: "publish", about: "",
      keys: [
        Key("holders", "pseudonym, full", "how persons are named", "pseudonym"),
        Key("salt", "text", "secret of the bureau that makes pseudonyms", "the name"),
      ]),
    Block(
      path: "sources.inventory[].datumShift", about: "to CGCS2000, from the survey office",
      keys: [
        Key("convention", "position-vector, coordinate-frame", "sign of the rotations"),
        Key("dx", "m", "translation"), Key("dy", "m", "translation"), Key("dz", "m", "translation"),
        Key("rx", "arc seconds", "rotation"), Key("ry", "arc seconds", "rotation"),
        Key("rz", "arc seconds", "rotation"), Key("scale", "ppm", "scale difference"),
        Key("source", "text", "the document they are from"),
      ]),
  ]
}
