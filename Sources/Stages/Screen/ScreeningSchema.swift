internal import Archive

/// The tables of `screening.sqlite`.
enum ScreeningSchema {
  static let fileName = "screening.sqlite"

  /// Column table `verdict`: rows by method, in the order of the survey. `failing` and `undecided` have
  /// one bit for each rule of the method, by position.
  static let verdict = [
    TableColumn("method", .integer), TableColumn("subcompartment", .integer),
    TableColumn("verdict", .integer), TableColumn("failing", .integer),
    TableColumn("undecided", .integer), TableColumn("eligible_share", .real),
    TableColumn("judged_earlier", .integer),
  ]

  static let tables = [
    """
    CREATE TABLE rule (
      method INTEGER NOT NULL, position INTEGER NOT NULL, identifier TEXT NOT NULL,
      chinese_title TEXT NOT NULL, clause TEXT NOT NULL, standing TEXT NOT NULL,
      source TEXT NOT NULL, PRIMARY KEY (method, position)) WITHOUT ROWID
    """,
    // Land that another 小班, the earlier row, claims: taken off the 小班.
    """
    CREATE TABLE double_claim (
      subcompartment INTEGER NOT NULL, other INTEGER NOT NULL, area_ha REAL NOT NULL,
      share REAL NOT NULL)
    """,
    // Earlier land that no later row continues: pass or fail by the rules on the state of a stand.
    """
    CREATE TABLE left_verdict (
      method INTEGER NOT NULL, number INTEGER NOT NULL, verdict INTEGER NOT NULL)
    """,
  ]
}
