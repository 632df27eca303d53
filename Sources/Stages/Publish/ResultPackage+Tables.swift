internal import Accounting
internal import Geospatial

/// What `results.gpkg` holds, and how its rows are gathered from the stages' stores.
extension ResultPackage {
  static func tables(_ system: CoordinateSystem?) -> [GeoPackageTemplate.Table] {
    func text(_ name: String) -> FieldDescription { FieldDescription(name: name, kind: .text) }
    func real(_ name: String) -> FieldDescription { FieldDescription(name: name, kind: .real) }
    func integer(_ name: String) -> FieldDescription {
      FieldDescription(name: name, kind: .integer)
    }
    func layer(_ name: String, _ fields: [FieldDescription]) -> GeoPackageTemplate.Table {
      GeoPackageTemplate.Table(
        name: name, hasGeometry: system != nil, epsg: system?.epsg, fields: fields)
    }
    func table(_ name: String, _ fields: [FieldDescription]) -> GeoPackageTemplate.Table {
      GeoPackageTemplate.Table(name: name, hasGeometry: false, epsg: nil, fields: fields)
    }
    return [
      layer(
        "subcompartment",
        [
          text("key"), text("village"), text("village_name"), text("compartment"),
          text("number"), text("land_class"), text("species"), text("second_species"),
          text("origin"), text("forest_class"), text("age_group"), real("area_ha"),
          real("area_mu"), real("volume_m3_ha"), real("age"), real("canopy_density"),
          text("title_class"), text("title_reasons"), real("clear_share"),
          real("untitled_share"), real("contested_share"), real("disputed_share"),
          real("expiring_share"), real("excluded_share"),
          real("credited_share"), text("source_path"), integer("source_row"),
        ]),
      layer(
        "village",
        [
          text("code"), text("name"), text("town"), text("county"), integer("place"),
          text("method"), text("readiness"), real("eligible_ha"), real("credit_tco2e"),
          real("net_cny"), text("notice"),
        ]),
      layer(
        "ledger",
        [
          integer("subcompartment"), text("key"), text("village"), text("method"),
          text("mechanism"), integer("first_year"), integer("last_year"), real("share"),
          real("area_ha"), real("tonnes"), text("notice"),
        ]),
      table(
        "credit_ledger",
        [
          integer("subcompartment"), integer("first_year"), integer("last_year"),
          text("mechanism"), real("share"), real("tonnes"), integer("burdens"),
        ]),
      table(
        "quantity",
        [
          text("method"), integer("subcompartment"), text("status"), text("evidence_rung"),
          text("standing"), text("match"), real("stock_first_tc"), real("stock_second_tc"),
          real("increment_tco2e_yr"), real("rate_tco2e_ha_yr"), real("baseline_tco2e_ha_yr"),
          real("credit_tco2e_yr"), real("credit_tco2e"),
        ]),
      table(
        "subcompartment_band",
        [
          text("method"), integer("subcompartment"), real("credit_p10_tco2e"),
          real("credit_p50_tco2e"), real("credit_p90_tco2e"),
        ]),
      table(
        "candidate",
        [
          integer("place"), text("village"), text("method"), text("status"), text("readiness"),
          real("eligible_ha"), real("stock_tc"), real("increment_tco2e_yr"),
          real("credit_tco2e"), real("crediting_years"), real("price_cny"), real("gross_cny"),
          real("net_cny"), text("share_rule"), real("credit_p10_tco2e"),
          real("credit_p50_tco2e"), real("credit_p90_tco2e"), real("net_p10_cny"),
          real("net_p50_cny"), real("net_p90_cny"), real("credit_before_floor_tco2e"),
          text("notice"),
        ]),
      table(
        "loss",
        [
          text("village"), text("method"), text("kind"), text("chinese_name"),
          integer("counted"), integer("subcompartments"), real("area_ha"), real("amount"),
          text("unit"),
        ]),
      table(
        "left_land",
        [
          text("method"), text("kind"), text("chinese_name"), text("key"), text("village"),
          integer("continued_by"), real("area_ha"), real("stock_tc"), real("credit_tco2e"),
          integer("is_loss"), text("source_path"), integer("source_row"),
        ]),
      table(
        "claim",
        [
          integer("subcompartment"), text("certificate"), text("parcel_number"), text("holder"),
          text("holder_type"), text("land_owner"), text("land_user"), text("tree_owner"),
          text("tree_user"), real("share"), real("area_ha"), text("evidence"),
          real("confidence"), text("term_end"), text("source_path"), integer("source_row"),
        ]),
      table(
        "finding",
        [
          text("rule"), text("severity"), text("action"), text("source_path"),
          integer("source_row"), text("field"), text("value"), text("detail"), real("area_ha"),
        ]),
      table(
        "source",
        [
          integer("survey"), text("path"), text("layer"), text("mapping"), text("encoding"),
          text("coordinates"), integer("rows_in"), integer("accepted"), integer("repaired"),
          integer("quarantined"), real("accepted_ha"), real("repaired_ha"), real("quarantined_ha"),
        ]),
      table(
        "village_coverage",
        [
          integer("survey"), text("village"), integer("subcompartments"), real("polygons_ha"),
          integer("overlaps"), integer("slivers"), real("overlap_ha"), integer("gaps"),
          real("gap_ha"), integer("blanks"), real("blank_ha"), real("boundary_ha"),
          real("uncovered_ha"),
        ]),
      layer(
        "quarantined",
        [text("rules"), text("source_path")]
          + InventorySchema.columns.map {
            FieldDescription(name: $0.name, kind: $0.kind.fieldKind)
          }),
      table("notice", [text("text")]),
    ]
  }

  /// What is joined to every 小班, where SQLite finds it by number at once: it looks a row of a column
  /// table up anew each time.
  static let lookups = """
    CREATE TEMP TABLE title_of (
      subcompartment INTEGER PRIMARY KEY, title_class, reason_codes, clear_share, untitled_share,
      contested_share, disputed_share, expiring_share);
    INSERT INTO title_of
    SELECT subcompartment, title_class, reason_codes, clear_share, untitled_share,
      contested_share, disputed_share, expiring_share FROM tenure.title;
    CREATE TEMP TABLE burden_of (
      subcompartment INTEGER PRIMARY KEY, excluded_share, credited_share);
    INSERT INTO burden_of
    SELECT subcompartment, excluded_share, credited_share FROM tenure.burden;
    CREATE TEMP TABLE earlier_of (subcompartment INTEGER PRIMARY KEY, match);
    INSERT INTO earlier_of SELECT subcompartment, match FROM quantify.earlier;
    """

  static func subcompartments(hasGeometry: Bool) -> String {
    """
    INSERT INTO subcompartment (fid, \(hasGeometry ? "geom, " : "")key, village, village_name,
      compartment, number, land_class, species, second_species, origin, forest_class, age_group,
      area_ha, area_mu, volume_m3_ha, age, canopy_density, title_class, title_reasons,
      clear_share, untitled_share, contested_share, disputed_share, expiring_share,
      excluded_share, credited_share, source_path, source_row)
    SELECT s.fid, \(hasGeometry ? "s.geom, " : "")s.key, s.village, v.name, s.compartment,
      s.number, l.chinese_name, p.name, q.name, o.chinese_name, f.chinese_name, a.chinese_name,
      s.area_ha, s.area_ha * 15, s.volume_m3_ha, s.age, s.canopy_density, t.title_class,
      t.reason_codes, t.clear_share, t.untitled_share, t.contested_share, t.disputed_share,
      t.expiring_share, b.excluded_share, b.credited_share, r.path, s.source_row
    FROM ingest.subcompartment s
    CROSS JOIN temp.title_of t ON t.subcompartment = s.fid
    CROSS JOIN temp.burden_of b ON b.subcompartment = s.fid
    JOIN ingest.source r ON r.number = s.source
    LEFT JOIN ingest.village v ON v.code = s.village
    LEFT JOIN ingest.species p ON p.number = s.species
    LEFT JOIN ingest.species q ON q.number = s.second_species
    LEFT JOIN ingest.term l ON l.vocabulary = 'land_class' AND l.number = s.land_class
    LEFT JOIN ingest.term o ON o.vocabulary = 'origin' AND o.number = s.origin
    LEFT JOIN ingest.term f ON f.vocabulary = 'forest_class' AND f.number = s.forest_class
    LEFT JOIN ingest.term a ON a.vocabulary = 'age_group' AND a.number = s.age_group
    ORDER BY s.fid
    """
  }

  /// The rungs of evidence by their words.
  private static let rung =
    "CASE q.evidence "
    + EvidenceRung.allCases.map { "WHEN \($0.rawValue) THEN '\($0.identifier)'" }
    .joined(separator: " ") + " END"

  static let quantities = """
    INSERT INTO quantity (method, subcompartment, status, evidence_rung, standing, match,
      stock_first_tc, stock_second_tc, increment_tco2e_yr, rate_tco2e_ha_yr,
      baseline_tco2e_ha_yr, credit_tco2e_yr, credit_tco2e)
    SELECT m.id, q.subcompartment, s.identifier, \(rung), q.standing,
      COALESCE(k.identifier, 'none'), q.stock_first_tc,
      q.stock_second_tc, q.increment_tco2e_yr, q.rate_tco2e_ha_yr, q.baseline_tco2e_ha_yr,
      q.credit_tco2e_yr, q.credit_tco2e
    FROM quantify.quantity q
    CROSS JOIN quantify.method m ON m.number = q.method
    JOIN quantify.status s ON s.number = q.status
    LEFT JOIN temp.earlier_of e ON e.subcompartment = q.subcompartment
    LEFT JOIN quantify.match_kind k ON k.number = e.match
    ORDER BY q.rowid
    """

  /// Filled where the pipeline asks for bands of 小班.
  static let bands = """
    INSERT INTO subcompartment_band (method, subcompartment, credit_p10_tco2e, credit_p50_tco2e,
      credit_p90_tco2e)
    SELECT m.id, b.subcompartment, b.credit_p10_tco2e, b.credit_p50_tco2e, b.credit_p90_tco2e
    FROM quantify.subcompartment_band b JOIN quantify.method m ON m.number = b.method
    ORDER BY b.rowid
    """

  static let candidates = """
    INSERT INTO candidate (place, village, method, status, readiness, eligible_ha, stock_tc,
      increment_tco2e_yr, credit_tco2e, crediting_years, price_cny, gross_cny, net_cny, share_rule,
      credit_p10_tco2e, credit_p50_tco2e, credit_p90_tco2e, net_p10_cny, net_p50_cny, net_p90_cny,
      credit_before_floor_tco2e, notice)
    SELECT c.place, c.village, m.id, c.status, c.readiness, c.eligible_ha, c.stock_tc,
      c.increment_tco2e_yr, c.credit_tco2e, c.crediting_years, c.price_cny, c.gross_cny,
      c.net_cny, c.share_rule, c.credit_p10_tco2e, c.credit_p50_tco2e, c.credit_p90_tco2e,
      c.net_p10_cny, c.net_p50_cny, c.net_p90_cny, c.credit_before_floor_tco2e, n.text
    FROM rank.candidate c JOIN quantify.method m ON m.number = c.method
    LEFT JOIN temp.shown_notice n ON n.method = m.id ORDER BY c.place
    """

  static let losses = """
    INSERT INTO loss (village, method, kind, chinese_name, counted, subcompartments, area_ha,
      amount, unit)
    SELECT l.village, m.id, l.kind, l.chinese_name, l.counted, l.subcompartments, l.area_ha,
      l.amount, l.unit
    FROM rank.loss l JOIN quantify.method m ON m.number = l.method ORDER BY l.rowid
    """

  static let leftLand = """
    INSERT INTO left_land (method, kind, chinese_name, key, village, continued_by, area_ha,
      stock_tc, credit_tco2e, is_loss, source_path, source_row)
    SELECT m.id, k.identifier, k.chinese_name, s.key, s.village,
      NULLIF(l.later_row, -1), l.area_ha, q.stock_first_tc, q.credit_tco2e, l.is_loss, r.path,
      s.source_row
    FROM quantify.left_land l
    JOIN quantify.left_quantity q ON q.number = l.number
    JOIN quantify.method m ON m.number = q.method
    JOIN quantify.left_kind k ON k.number = l.kind
    JOIN ingest.subcompartment s ON s.fid = l.earlier_row
    JOIN ingest.source r ON r.number = s.source
    ORDER BY q.method, l.number
    """

  static let claims = """
    INSERT INTO claim (subcompartment, certificate, parcel_number, holder, holder_type,
      land_owner, land_user, tree_owner, tree_user, share, area_ha, evidence, confidence, term_end, source_path, source_row)
    SELECT c.subcompartment, p.certificate, p.parcel_number, h.holder, p.holder_type,
      h.land_owner, h.land_user, h.tree_owner, h.tree_user, c.share, c.area_ha, c.evidence, c.confidence, p.term_end, s.path, p.source_row
    FROM tenure.claim c
    JOIN tenure.parcel p ON p.number = c.parcel
    JOIN temp.shown_holder h ON h.parcel = c.parcel
    JOIN tenure.tenure_source s ON s.number = p.source
    ORDER BY c.rowid
    """

  static let creditLedger = """
    INSERT INTO credit_ledger (subcompartment, first_year, last_year, mechanism, share, tonnes,
      burdens)
    SELECT subcompartment, first_year, last_year, mechanism, share, tonnes, burdens
    FROM tenure.credit_ledger ORDER BY rowid
    """

  static let findings = """
    INSERT INTO finding (rule, severity, action, source_path, source_row, field, value, detail,
      area_ha)
    SELECT f.rule, f.severity, f.action, s.path, f.source_row, f.field, f.value, f.detail,
      f.area_ha
    FROM ingest.finding f JOIN ingest.source s ON s.number = f.source
    UNION ALL
    SELECT 'moved-key', 'warning', 'accepted', r.path, s.source_row, 'key', s.key,
      'the earlier 小班 of this key is other land', s.area_ha
    FROM quantify.moved_key v JOIN ingest.subcompartment s ON s.fid = v.subcompartment
    JOIN ingest.source r ON r.number = s.source
    UNION ALL
    SELECT 'claimed-twice', 'error', 'accepted', r.path, s.source_row, 'geometry', s.key,
      '与小班 ' || o.key || ' 同一土地，由先列出的小班主张，已从本小班扣除', d.area_ha
    FROM screen.double_claim d JOIN ingest.subcompartment s ON s.fid = d.subcompartment
    JOIN ingest.subcompartment o ON o.fid = d.other
    JOIN ingest.source r ON r.number = s.source
    UNION ALL
    SELECT f.rule, f.severity, f.action, s.path, f.source_row, f.field,
      COALESCE(n.value, f.value), f.detail, NULL
    FROM tenure.tenure_finding f LEFT JOIN temp.shown_finding n ON n.finding = f.rowid JOIN tenure.tenure_source s ON s.number = f.source
    """

  static let sources = """
    INSERT INTO source (survey, path, layer, mapping, encoding, coordinates, rows_in, accepted,
      repaired, quarantined, accepted_ha, repaired_ha, quarantined_ha)
    SELECT survey, path, layer, mapping, encoding, coordinates, rows_in, accepted, repaired,
      quarantined, area_ha - repaired_area_ha, repaired_area_ha, quarantined_area_ha
    FROM ingest.source ORDER BY number
    """

  /// Overlaps and gaps by village, where the pipeline has them measured.
  static let villageCoverage = """
    INSERT INTO village_coverage (survey, village, subcompartments, polygons_ha, overlaps, slivers,
      overlap_ha, gaps, gap_ha, blanks, blank_ha, boundary_ha, uncovered_ha)
    SELECT survey, village, subcompartments, polygons_ha, overlaps, slivers, overlap_ha, gaps,
      gap_ha, blanks, blank_ha, boundary_ha, uncovered_ha
    FROM ingest.village_coverage ORDER BY survey, village
    """

  /// Rows set aside, whole: with the rules that did it, their polygons, and where they came from.
  static func quarantined(hasGeometry: Bool) -> String {
    let shape = hasGeometry ? "geom, " : ""
    let names = InventorySchema.columns.map(\.name)
    return """
      INSERT INTO quarantined (fid, \(shape)rules, source_path, \(names.joined(separator: ", ")))
      SELECT q.fid, \(hasGeometry ? "q.geom, " : "")q.rules, r.path,
        \(names.map { "q." + $0 }.joined(separator: ", "))
      FROM ingest.quarantined q JOIN ingest.source r ON r.number = q.source ORDER BY q.fid
      """
  }
}
