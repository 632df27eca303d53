/// The tables of `candidates.sqlite`.
enum RankSchema {
  static let fileName = "candidates.sqlite"

  static let tables = [
    """
    CREATE TABLE candidate (
      place INTEGER PRIMARY KEY, method INTEGER NOT NULL, village TEXT NOT NULL,
      status TEXT NOT NULL, place_in_county INTEGER, passing_count INTEGER NOT NULL,
      passing_ha REAL NOT NULL, undecided_count INTEGER NOT NULL, undecided_ha REAL NOT NULL,
      failing_count INTEGER NOT NULL, failing_ha REAL NOT NULL, eligible_ha REAL NOT NULL,
      unquantified_count INTEGER NOT NULL, unquantified_ha REAL NOT NULL, stock_tc REAL NOT NULL,
      increment_tco2e_yr REAL NOT NULL, credit_before_floor_tco2e REAL NOT NULL,
      credit_tco2e REAL NOT NULL, undecided_credit_tco2e REAL NOT NULL,
      crediting_years REAL NOT NULL, price_cny REAL, gross_cny REAL, third_party_cny REAL,
      net_cny REAL, share_rule TEXT NOT NULL, readiness TEXT NOT NULL, minimum_tco2e REAL,
      credit_p10_tco2e REAL, credit_p50_tco2e REAL, credit_p90_tco2e REAL, net_p10_cny REAL,
      net_p50_cny REAL, net_p90_cny REAL)
    """,
    // What was lost between the surveys, by kind: `amount` in tCO2e over the years between them,
    // negative; for `open` the earlier stock in question, tC.
    """
    CREATE TABLE loss (
      method INTEGER NOT NULL, village TEXT NOT NULL, kind TEXT NOT NULL,
      chinese_name TEXT NOT NULL, counted INTEGER NOT NULL, subcompartments INTEGER NOT NULL,
      area_ha REAL NOT NULL, amount REAL NOT NULL, unit TEXT NOT NULL)
    """,
    """
    CREATE TABLE total_band (
      figure TEXT PRIMARY KEY, p10 REAL, p50 REAL, p90 REAL, mean REAL, deviation REAL)
      WITHOUT ROWID
    """,
    "CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """
    CREATE TABLE blocking_reason (
      method INTEGER NOT NULL, village TEXT NOT NULL, position INTEGER NOT NULL,
      verdict INTEGER NOT NULL, rule TEXT NOT NULL, chinese_title TEXT NOT NULL,
      subcompartments INTEGER NOT NULL, area_ha REAL NOT NULL)
    """,
    """
    CREATE TABLE readiness_item (
      method INTEGER NOT NULL, village TEXT NOT NULL, position INTEGER NOT NULL,
      code TEXT NOT NULL, kind TEXT NOT NULL, chinese_text TEXT NOT NULL,
      english_text TEXT NOT NULL)
    """,
    """
    CREATE TABLE county_line (
      county TEXT PRIMARY KEY, name TEXT NOT NULL, quota INTEGER, within_quota INTEGER NOT NULL,
      reserve INTEGER NOT NULL, not_yet INTEGER NOT NULL, tonnes REAL NOT NULL) WITHOUT ROWID
    """,
    """
    CREATE TABLE bundle (
      number INTEGER PRIMARY KEY, town TEXT NOT NULL, method TEXT NOT NULL,
      villages TEXT NOT NULL, tonnes REAL NOT NULL, minimum_tco2e REAL,
      is_viable INTEGER NOT NULL)
    """,
  ]
}
