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
      not_continued INTEGER NOT NULL, not_continued_area_ha REAL NOT NULL)
    """,
    """
    CREATE TABLE status (
      number INTEGER PRIMARY KEY, identifier TEXT NOT NULL, chinese_name TEXT NOT NULL)
    """,
  ]

  static let quantityColumns = [
    "method", "subcompartment", "status", "evidence", "standing", "stock_first_tc",
    "stock_second_tc", "increment_tco2e_yr", "rate_tco2e_ha_yr", "baseline_tco2e_ha_yr",
    "credit_tco2e_yr", "credit_tco2e",
  ]
}
