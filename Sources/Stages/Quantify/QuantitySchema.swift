internal import Archive

/// The tables of `quantities.sqlite`.
enum QuantitySchema {
  static let fileName = "quantities.sqlite"

  static let tables = [
    """
    CREATE TABLE method (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT NOT NULL, edition TEXT NOT NULL,
      mechanism TEXT NOT NULL, family TEXT NOT NULL, standing TEXT NOT NULL,
      may_be_filed INTEGER NOT NULL)
    """,
    """
    CREATE TABLE survey_total (
      method INTEGER NOT NULL, survey INTEGER NOT NULL, subcompartments INTEGER NOT NULL,
      area_ha REAL NOT NULL, volume_m3 REAL NOT NULL, carbon_tc REAL NOT NULL,
      counted INTEGER NOT NULL, PRIMARY KEY (method, survey)) WITHOUT ROWID
    """,
    """
    CREATE TABLE pairing (
      first_survey INTEGER, second_survey INTEGER NOT NULL, matched INTEGER NOT NULL,
      overlaid INTEGER NOT NULL, unmatched INTEGER NOT NULL, unmatched_area_ha REAL NOT NULL,
      not_continued INTEGER NOT NULL, not_continued_area_ha REAL NOT NULL, years REAL,
      moved INTEGER NOT NULL, moved_area_ha REAL NOT NULL)
    """,
    // Rows whose key held at the earlier survey for other land.
    """
    CREATE TABLE moved_key (
      subcompartment INTEGER PRIMARY KEY, earlier_row INTEGER NOT NULL, share REAL NOT NULL)
    """,
    // Earlier stands, or parts of them, that no later row continues; `is_loss` by the settings.
    """
    CREATE TABLE left_land (
      number INTEGER PRIMARY KEY, earlier_row INTEGER NOT NULL, later_row INTEGER NOT NULL,
      kind INTEGER NOT NULL, area_ha REAL, is_loss INTEGER NOT NULL)
    """,
    """
    CREATE TABLE left_quantity (
      method INTEGER NOT NULL, number INTEGER NOT NULL, status INTEGER NOT NULL,
      stock_first_tc REAL, increment_tco2e_yr REAL, credit_tco2e_yr REAL, credit_tco2e REAL)
    """,
    """
    CREATE TABLE left_kind (
      number INTEGER PRIMARY KEY, identifier TEXT NOT NULL, chinese_name TEXT NOT NULL)
    """,
    """
    CREATE TABLE growth_curve (
      number INTEGER PRIMARY KEY, evidence INTEGER NOT NULL, species_groups TEXT NOT NULL,
      origin INTEGER, form TEXT NOT NULL, coefficients TEXT NOT NULL, formula TEXT NOT NULL,
      stands INTEGER, classes INTEGER, robust_r1 REAL, residual_spread REAL, youngest REAL,
      oldest REAL, problem TEXT NOT NULL, standing TEXT NOT NULL, source TEXT NOT NULL,
      used INTEGER NOT NULL)
    """,
    """
    CREATE TABLE match_kind (
      number INTEGER PRIMARY KEY, identifier TEXT NOT NULL, chinese_name TEXT NOT NULL)
    """,
    """
    CREATE TABLE status (
      number INTEGER PRIMARY KEY, identifier TEXT NOT NULL, chinese_name TEXT NOT NULL)
    """,
  ]

  /// Column table `quantity`: rows by method, in the order of the survey.
  static let quantity = [
    TableColumn("method", .integer), TableColumn("subcompartment", .integer),
    TableColumn("status", .integer), TableColumn("evidence", .integer),
    TableColumn("standing", .text), TableColumn("stock_first_tc", .real),
    TableColumn("stock_second_tc", .real), TableColumn("increment_tco2e_yr", .real),
    TableColumn("rate_tco2e_ha_yr", .real), TableColumn("baseline_tco2e_ha_yr", .real),
    TableColumn("credit_tco2e_yr", .real), TableColumn("credit_tco2e", .real),
  ]

  /// Column table `subcompartment_band`.
  static let band = [
    TableColumn("method", .integer), TableColumn("subcompartment", .integer),
    TableColumn("credit_p10_tco2e", .real), TableColumn("credit_p50_tco2e", .real),
    TableColumn("credit_p90_tco2e", .real), TableColumn("credit_mean_tco2e", .real),
    TableColumn("credit_deviation_tco2e", .real),
  ]

  /// Column table `growth_model`: the curves behind a row's earlier volume.
  static let growthModel = [
    TableColumn("subcompartment", .integer), TableColumn("curve", .integer),
    TableColumn("alternative", .integer),
  ]

  /// Column table `earlier_part`: a part of the earlier state; `counted` is 0 for slivers.
  static let earlierPart = [
    TableColumn("subcompartment", .integer), TableColumn("earlier_row", .integer),
    TableColumn("share", .real), TableColumn("counted", .integer),
    TableColumn("land_class", .integer), TableColumn("origin", .integer),
    TableColumn("age_group", .integer), TableColumn("species", .integer),
    TableColumn("second_species", .integer), TableColumn("volume_m3_ha", .real),
    TableColumn("second_volume_m3_ha", .real), TableColumn("age", .real),
    TableColumn("stems_ha", .real), TableColumn("diameter_cm", .real),
  ]

  /// Column table `earlier`: the earlier state of a 小班, with how it was found.
  static let earlier = [
    TableColumn("subcompartment", .integer), TableColumn("match", .integer),
    TableColumn("evidence", .integer), TableColumn("earlier_row", .integer),
    TableColumn("coverage", .real), TableColumn("land_class", .integer),
    TableColumn("origin", .integer), TableColumn("forest_class", .integer),
    TableColumn("age_group", .integer), TableColumn("species", .integer),
    TableColumn("second_species", .integer), TableColumn("area_ha", .real),
    TableColumn("volume_m3_ha", .real), TableColumn("second_volume_m3_ha", .real),
    TableColumn("age", .real), TableColumn("alternative_evidence", .integer),
    TableColumn("alternative_volume_m3_ha", .real), TableColumn("stems_ha", .real),
    TableColumn("diameter_cm", .real), TableColumn("canopy_density", .real),
    TableColumn("planting_year", .real),
  ]
}
