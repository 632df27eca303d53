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
    CREATE TABLE quantity (
      method INTEGER NOT NULL, subcompartment INTEGER NOT NULL, status INTEGER NOT NULL,
      evidence INTEGER NOT NULL, standing TEXT NOT NULL, stock_first_tc REAL,
      stock_second_tc REAL, increment_tco2e_yr REAL, rate_tco2e_ha_yr REAL,
      baseline_tco2e_ha_yr REAL, credit_tco2e_yr REAL, credit_tco2e REAL)
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
    CREATE TABLE earlier (
      subcompartment INTEGER PRIMARY KEY, match INTEGER NOT NULL, evidence INTEGER NOT NULL,
      earlier_row INTEGER, coverage REAL, land_class INTEGER NOT NULL, origin INTEGER NOT NULL,
      forest_class INTEGER NOT NULL, age_group INTEGER NOT NULL, species INTEGER NOT NULL,
      second_species INTEGER NOT NULL, area_ha REAL, volume_m3_ha REAL,
      second_volume_m3_ha REAL, age REAL, alternative_evidence INTEGER,
      alternative_volume_m3_ha REAL, stems_ha REAL, diameter_cm REAL,
      canopy_density REAL, planting_year REAL)
    """,
    """
    CREATE TABLE earlier_part (
      subcompartment INTEGER NOT NULL, earlier_row INTEGER NOT NULL, share REAL NOT NULL,
      counted INTEGER NOT NULL, land_class INTEGER NOT NULL, origin INTEGER NOT NULL,
      age_group INTEGER NOT NULL, species INTEGER NOT NULL, second_species INTEGER NOT NULL,
      volume_m3_ha REAL, second_volume_m3_ha REAL, age REAL, stems_ha REAL, diameter_cm REAL)
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
    CREATE TABLE growth_model (
      subcompartment INTEGER PRIMARY KEY, curve INTEGER NOT NULL, alternative INTEGER)
    """,
    """
    CREATE TABLE subcompartment_band (
      method INTEGER NOT NULL, subcompartment INTEGER NOT NULL, credit_p10_tco2e REAL NOT NULL,
      credit_p50_tco2e REAL NOT NULL, credit_p90_tco2e REAL NOT NULL,
      credit_mean_tco2e REAL NOT NULL, credit_deviation_tco2e REAL NOT NULL)
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

  static let bandColumns = [
    "method", "subcompartment", "credit_p10_tco2e", "credit_p50_tco2e", "credit_p90_tco2e",
    "credit_mean_tco2e", "credit_deviation_tco2e",
  ]

  static let quantityColumns = [
    "method", "subcompartment", "status", "evidence", "standing", "stock_first_tc",
    "stock_second_tc", "increment_tco2e_yr", "rate_tco2e_ha_yr", "baseline_tco2e_ha_yr",
    "credit_tco2e_yr", "credit_tco2e",
  ]

  /// A part of the earlier state; `counted` is 0 for slivers.
  static let partColumns = [
    "subcompartment", "earlier_row", "share", "counted", "land_class", "origin", "age_group",
    "species", "second_species", "volume_m3_ha", "second_volume_m3_ha", "age", "stems_ha",
    "diameter_cm",
  ]

  /// The earlier state of a 小班, with how it was found.
  static let earlierColumns = [
    "subcompartment", "match", "evidence", "earlier_row", "coverage", "land_class", "origin",
    "forest_class", "age_group", "species", "second_species", "area_ha", "volume_m3_ha",
    "second_volume_m3_ha", "age", "alternative_evidence", "alternative_volume_m3_ha",
    "stems_ha", "diameter_cm",
    "canopy_density", "planting_year",
  ]
}
