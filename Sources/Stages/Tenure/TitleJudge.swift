internal import Archive
internal import Geometry
internal import Inventory
internal import Tenure

/// Decides what the divisions and texts of a run of 小班 say about their titles.
///
/// Title is judged on what the exclusion zones leave of a 小班: that is where carbon may be
/// claimed, and a dispute inside a nature reserve does not touch it. Where they leave nothing (less
/// than a sliver) it is judged on the whole 小班, with the reason `whollyExcluded`. Land credited
/// before is no part of this: it is free again for other years.
struct TitleJudge: Sendable {
  let stands: SubcompartmentColumns
  let parcels: TenureParcelColumns
  let sourceOfParcel: [Int32]
  /// Nil where no list or layer names 小班.
  let textJoin: TextJoin?
  let classifier: TitleClassifier
  let settings: TenureSettings
  let references: OverlayReferences
  /// What the pipeline says there is nothing of.
  let declaredNone: [LayerRole]
  /// Codes of the villages, in the order of the run's list.
  let villageCodes: [String]

  /// - Parameters:
  ///   - range: the positions of the 小班 in `stands`.
  ///   - divisions: theirs.
  ///   - labels: what texts may call them; empty where nothing names 小班.
  func judge(
    _ range: Range<Int>, _ divisions: DivisionColumns, labels: SubcompartmentLabels
  ) -> TenureChunk {
    let rows = stands.row[range]
    let judged = JudgedParts(divisions, settings, areas: stands.area[range])
    let spatial = judged.claims(divisions)
    let text = textJoin?.claims(of: labels) ?? ClaimColumns()
    let merged = ClaimMerge.merge(
      spatial: spatial, text: text, parcels: parcels, count: range.count,
      smallestShare: settings.sliverShare)
    var titles = classifier.classify(
      TitleClassifier.Input(
        area: judged.area, coveredShare: judged.coveredShare,
        multiplyCoveredShare: judged.multiplyCoveredShare,
        hasTenureData: [Bool](repeating: parcels.count > 0, count: range.count),
        claims: merged.claims.filter { !($0 <= 0) },
        disagreeing: Set(merged.disagreements.map(\.subcompartment)),
        hasParcelMap: references.parcels != nil,
        hasPolygon: (0..<range.count).map { divisions.area[$0] > 0 },
        contestedShare: judged.contestedShare),
      parcels: parcels)
    for row in 0..<range.count where judged.isWhole[row] {
      titles.add(.whollyExcluded, row: row)
    }
    for row in 0..<range.count
    where divisions.void[row] > settings.sliverShare * divisions.area[row] {
      titles.add(.voidTitle, row: row)
    }
    let ledger = CreditLedger(
      rows: rows, divisions, references.credited, villages: stands.village,
      periods: references.periods,
      isDeclaredNone: declaredNone.contains(.credited))
    let spots = spots(range, judged, titles)
    var counts = TenureChunk.Counts()
    counts.subcompartments = range.count
    counts.claims = merged.claims.count
    counts.disagreements = merged.disagreements.count
    counts.contested = spots.count
    counts.contestedArea = spots.area
    counts.slivers = titles.sliverCount.reduce(0) { $0 + Int($1) }
    counts.sliverArea = titles.sliverArea.reduce(0, +)
    counts.credited = ledger.entries.count
    counts.creditedOtherwise = ledger.entries.count { !$0.burdens }
    let villages = VillageShares(range, divisions, stands, settings, villageCodes)
    counts.strayed = villages.strayed
    let holdings = holdings(range, divisions, merged.claims)
    return TenureChunk(
      claims: TenureColumns.claims(rows, divisions, merged.claims),
      titles: TenureColumns.titles(rows, titles),
      burdens: TenureColumns.burdens(
        rows, divisions, ledger, hasExclusions: references.exclusions != nil,
        hasNone: declaredNone.contains(.exclusions), isOpen: references.unplacedZones > 0),
      villageShares: villages.columns, ledger: ledger,
      disagreements: disagreements(merged.disagreements, range), spots: spots.findings,
      holdings: holdings.onMap, namedPlaces: holdings.named, namedParcels: Set(text.parcel),
      labels: sights(range, divisions, labels), counts: counts)
  }

  // MARK: Findings

  private func finding(
    _ rule: String, parcel: Int, _ value: String, _ detail: String
  ) -> Finding {
    Finding(
      rule: rule, severity: .warning, source: Int(sourceOfParcel[parcel]),
      sourceRow: parcels.row[parcel], field: "subcompartment", value: value, action: .accepted,
      detail: detail)
  }

  private func disagreements(
    _ found: [ClaimMerge.Disagreement], _ range: Range<Int>
  ) -> [Finding] {
    found.map { one in
      let onMap = one.spatialParcels.map { parcels.parcel[Int($0)].key }
      return finding(
        "tenure-text-disagrees-with-map", parcel: Int(one.textParcel),
        stands.key[range.lowerBound + Int(one.subcompartment)],
        "\(TitleReason.textDisagreesWithMap.code) \(one.evidence.chineseName)；图上："
          + onMap.joined(separator: "、"))
    }
  }

  private func spots(
    _ range: Range<Int>, _ judged: JudgedParts, _ titles: TitleColumns
  ) -> (count: Int, area: Double, findings: [Finding]) {
    var spots = (count: 0, area: 0.0, findings: [Finding]())
    for row in 0..<range.count where titles.reasons[row].contains(.overlappingTitles) {
      let area = judged.contested[row] / 10_000
      spots.count += 1
      spots.area += area
      guard titles.mainParcel[row] >= 0 else { continue }
      // Four places, the same on every machine.
      let hectares = String((area * 10_000).rounded() / 10_000)
      spots.findings.append(
        finding(
          "tenure-claims-on-one-spot", parcel: Int(titles.mainParcel[row]),
          stands.key[range.lowerBound + row],
          "\(TitleReason.overlappingTitles.code) \(hectares) ha"))
    }
    return spots
  }

  private func sights(
    _ range: Range<Int>, _ divisions: DivisionColumns, _ labels: SubcompartmentLabels
  ) -> [ParcelLabels.Sight] {
    guard labels.count == range.count else { return [] }
    var sights: [ParcelLabels.Sight] = []
    for row in 0..<range.count {
      for piece in divisions.claims[row]
      where piece.wholeArea >= settings.sliverShare * divisions.area[row] {
        guard let agrees = ParcelLabels.agrees(piece.row, parcels, labels, row: row) else {
          continue
        }
        sights.append(
          ParcelLabels.Sight(
            parcel: Int32(piece.row), agrees: agrees, area: piece.wholeArea,
            position: Int32(range.lowerBound + row)))
      }
    }
    return sights
  }

  // MARK: Holdings

  /// Who has how much where. Rights inside exclusion zones are rights all the same.
  private func holdings(
    _ range: Range<Int>, _ divisions: DivisionColumns, _ claims: ClaimColumns
  ) -> (onMap: [(place: TenureChunk.Place, area: Double)], named: [TenureChunk.Place]) {
    var areas: [(place: TenureChunk.Place, area: Double)] = []
    for row in 0..<range.count {
      let village = stands.village[range.lowerBound + row]
      guard village >= 0 else { continue }
      for piece in divisions.claims[row] {
        areas.append(
          (
            TenureChunk.Place(parcel: Int32(piece.row), village: village),
            piece.wholeArea / 10_000
          ))
      }
    }
    // Sums in row order, whatever the sort does with equal places.
    let order = areas.indices.sorted { (areas[$0].place, $0) < (areas[$1].place, $1) }
    var sums: [(place: TenureChunk.Place, area: Double)] = []
    for one in order {
      if let last = sums.last, last.place == areas[one].place {
        sums[sums.count - 1].area += areas[one].area
      } else {
        sums.append(areas[one])
      }
    }
    var named: [TenureChunk.Place] = []
    for claim in 0..<claims.count where claims.evidence[claim] != .spatial {
      let village = stands.village[range.lowerBound + Int(claims.subcompartment[claim])]
      let parcel = claims.parcel[claim]
      // A record of a list that is about parcels of the map holds nothing besides them.
      if village >= 0, !parcels.hasPolygon[Int(parcel)], parcels.joined[Int(parcel)].isEmpty {
        named.append(TenureChunk.Place(parcel: parcel, village: village))
      }
    }
    return (sums, named)
  }
}
