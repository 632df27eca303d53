internal import Archive

/// The tables of `tenure.sqlite`.
enum TenureSchema {
  static let fileName = "tenure.sqlite"

  /// Column table `claim`: `share` of the 小班's area and `area_ha` outside the exclusion zones, where
  /// carbon may be claimed; `whole_share` zones included. NULL where only text connects the two.
  static let claim = [
    TableColumn("subcompartment", .integer), TableColumn("parcel", .integer),
    TableColumn("share", .real), TableColumn("area_ha", .real), TableColumn("whole_share", .real),
    TableColumn("evidence", .text), TableColumn("confidence", .real),
  ]

  /// Column table `title`: shares of the part of the 小班 outside the exclusion zones, which add up to
  /// 1; of the whole 小班 where the zones leave nothing (reason QS18).
  static let title = [
    TableColumn("subcompartment", .integer), TableColumn("title_class", .text),
    TableColumn("reasons", .integer), TableColumn("reason_codes", .text),
    TableColumn("term", .text), TableColumn("evidence", .text), TableColumn("clear_share", .real),
    TableColumn("untitled_share", .real), TableColumn("contested_share", .real),
    TableColumn("disputed_share", .real), TableColumn("expiring_share", .real),
    TableColumn("main_parcel", .integer), TableColumn("holder_count", .integer),
    TableColumn("sliver_count", .integer), TableColumn("sliver_area_ha", .real),
  ]

  /// Column table `burden`: shares of the 小班's area. `credited_share`, outside the exclusion zones,
  /// and mechanisms are those of the crediting period that is burdened most.
  static let burden = [
    TableColumn("subcompartment", .integer), TableColumn("excluded_share", .real),
    TableColumn("credited_share", .real), TableColumn("credited_mechanisms", .text),
  ]

  /// Column table `village_share`: share of a 小班's area by the villages on the map, slivers left out.
  static let villageShare = [
    TableColumn("subcompartment", .integer), TableColumn("village", .text),
    TableColumn("share", .real),
  ]

  static let tables = [
    """
    CREATE TABLE tenure_source (
      number INTEGER PRIMARY KEY, role TEXT NOT NULL, path TEXT NOT NULL, layer TEXT NOT NULL,
      rows_in INTEGER NOT NULL, records INTEGER NOT NULL, skipped INTEGER NOT NULL,
      encoding TEXT NOT NULL, coordinates TEXT NOT NULL)
    """,
    // `joined_to`: for a record of a list, the numbers of the parcels that it is about.
    """
    CREATE TABLE parcel (
      number INTEGER PRIMARY KEY, source INTEGER NOT NULL, source_row INTEGER NOT NULL,
      parcel_number TEXT NOT NULL, certificate TEXT NOT NULL, land_owner TEXT NOT NULL,
      land_user TEXT NOT NULL, tree_owner TEXT NOT NULL, tree_user TEXT NOT NULL,
      holder TEXT NOT NULL, holder_type TEXT NOT NULL, certified_area_ha REAL,
      polygon_area_ha REAL, term_end TEXT NOT NULL, is_disputed INTEGER NOT NULL,
      joined_to TEXT NOT NULL)
    """,
    // Share credited already for some year of a crediting period of the run; 0 where no row.
    """
    CREATE TABLE credited_period (
      subcompartment INTEGER NOT NULL, first_year INTEGER NOT NULL, last_year INTEGER NOT NULL,
      share REAL, PRIMARY KEY (subcompartment, first_year, last_year)) WITHOUT ROWID
    """,
    // 小班 × years × mechanism of the sources of credited land, whatever the years. A polygon's
    // tonnes are divided by area.
    """
    CREATE TABLE credit_ledger (
      subcompartment INTEGER NOT NULL, first_year INTEGER, last_year INTEGER,
      mechanism TEXT NOT NULL, share REAL NOT NULL, tonnes REAL, burdens INTEGER NOT NULL)
    """,
    // 小班 of the survey on the same land; `first` is the earlier row, `share` of the second one.
    """
    CREATE TABLE stand_overlap (
      first INTEGER NOT NULL, second INTEGER NOT NULL, area_ha REAL NOT NULL,
      share REAL NOT NULL, PRIMARY KEY (first, second)) WITHOUT ROWID
    """,
    // `village_shares`: of each village's 小班, in the order of `villages`; `marked_villages` are
    // those in which the body's share draws attention.
    """
    CREATE TABLE enclosure_warning (
      number INTEGER PRIMARY KEY, holder TEXT NOT NULL, holder_type TEXT NOT NULL,
      signs TEXT NOT NULL, villages TEXT NOT NULL, village_count INTEGER NOT NULL,
      area_ha REAL NOT NULL, area_share REAL NOT NULL, recent_area_ha REAL NOT NULL,
      recent_villages TEXT NOT NULL, village_shares TEXT NOT NULL,
      marked_villages TEXT NOT NULL)
    """,
    """
    CREATE TABLE skipped_row (
      source INTEGER NOT NULL, source_row INTEGER NOT NULL, reason TEXT NOT NULL)
    """,
    """
    CREATE TABLE tenure_finding (
      rule TEXT NOT NULL, severity TEXT NOT NULL, source INTEGER NOT NULL,
      source_row INTEGER NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, detail TEXT NOT NULL,
      action TEXT NOT NULL)
    """,
    "CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
  ]
}
