/// The tables of `screening.sqlite`.
enum ScreeningSchema {
  static let fileName = "screening.sqlite"

  static let tables = [
    """
    CREATE TABLE rule (
      method INTEGER NOT NULL, position INTEGER NOT NULL, identifier TEXT NOT NULL,
      chinese_title TEXT NOT NULL, clause TEXT NOT NULL, standing TEXT NOT NULL,
      source TEXT NOT NULL, PRIMARY KEY (method, position)) WITHOUT ROWID
    """,
    // `failing` and `undecided` have one bit for each rule of the method, by position.
    """
    CREATE TABLE verdict (
      method INTEGER NOT NULL, subcompartment INTEGER NOT NULL, verdict INTEGER NOT NULL,
      failing INTEGER NOT NULL, undecided INTEGER NOT NULL, eligible_share REAL,
      judged_earlier INTEGER NOT NULL)
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
