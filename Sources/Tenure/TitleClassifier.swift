/// Decides the title class of each 小班 from the claims on it.
///
/// The classes are tried in the order disputed, conflicting claims, no title, undetermined, expires
/// too early, several holders, single holder; what does not decide still shows in reasons and shares.
public struct TitleClassifier: Sendable, Equatable {
  public var tolerances: TitleTolerances
  /// The day until which rights must last.
  public var endOfCrediting: CalendarDate

  public init(endOfCrediting: CalendarDate, tolerances: TitleTolerances = TitleTolerances()) {
    self.tolerances = tolerances
    self.endOfCrediting = endOfCrediting
  }

  /// What is known of the 小班, as columns of equal length.
  public struct Input: Sendable {
    /// Area, ha.
    public var area: [Double]
    /// Share of the area under at least one parcel, 0 to 1.
    public var coveredShare: [Double]
    /// Share of the area under two or more parcels, 0 to 1.
    public var multiplyCoveredShare: [Double]
    /// Share of the area under parcels of two or more different holders, 0 to 1; nil takes what is
    /// covered twice for it wherever there are different holders.
    public var contestedShare: [Double]?
    /// Whether tenure data were delivered for the place at all.
    public var hasTenureData: [Bool]
    /// Whether there are parcels with polygons at all.
    public var hasParcelMap: Bool
    /// Whether the 小班 has a polygon to lay over them.
    public var hasPolygon: [Bool]
    /// Merged claims (`ClaimMerge`), sorted by 小班.
    public var claims: ClaimColumns
    /// Positions of 小班 whose texts disagree with the map.
    public var disagreeing: Set<Int32>

    public init(
      area: [Double], coveredShare: [Double], multiplyCoveredShare: [Double],
      hasTenureData: [Bool], claims: ClaimColumns, disagreeing: Set<Int32> = [],
      hasParcelMap: Bool = true, hasPolygon: [Bool]? = nil, contestedShare: [Double]? = nil
    ) {
      self.contestedShare = contestedShare
      self.area = area
      self.coveredShare = coveredShare
      self.multiplyCoveredShare = multiplyCoveredShare
      self.hasTenureData = hasTenureData
      self.hasParcelMap = hasParcelMap
      self.hasPolygon = hasPolygon ?? [Bool](repeating: true, count: area.count)
      self.claims = claims
      self.disagreeing = disagreeing
    }
  }

  /// The columns of `input` must have equal length.
  public func classify(_ input: Input, parcels: TenureParcelColumns) -> TitleColumns {
    var titles = TitleColumns()
    let claims = input.claims.sorted()
    let ranges = claims.ranges(count: input.area.count)
    for row in input.area.indices {
      append(row, input, claims, ranges[row], parcels, to: &titles)
    }
    return titles
  }

  private func append(
    _ row: Int, _ input: Input, _ claims: ClaimColumns, _ range: Range<Int>,
    _ parcels: TenureParcelColumns, to titles: inout TitleColumns
  ) {
    var state = TitleState()
    let area = input.area[row]
    var kept: [Int] = []
    for place in range {
      let share = claims.share[place]
      // A NaN area can only be judged by share.
      if share < tolerances.sliverShare || share * area < tolerances.sliverArea && share < 0.5 {
        state.sliverCount += 1
        state.sliverArea += area.isFinite ? share * area : 0
        state.reasons.insert(.sliversDropped)
      } else {
        kept.append(place)
      }
    }
    if input.disagreeing.contains(Int32(row)) { state.reasons.insert(.textDisagreesWithMap) }
    if !input.hasPolygon[row], input.hasParcelMap { state.reasons.insert(.noPolygon) }
    if kept.isEmpty {
      if !input.hasTenureData[row] {
        state.reasons.insert(.noTenureData)
      } else if !input.hasParcelMap {
        state.titleClass = .undetermined
        state.reasons.insert(.noRecordNamesIt)
      } else if !input.hasPolygon[row] {
        state.titleClass = .undetermined
      } else {
        state.titleClass = .noTitle
        state.reasons.insert(.noClaim)
        state.shares = TitleState.Shares(untitled: 1)
      }
    } else {
      note(kept, claims, parcels, &state)
      let isMapped = kept.allSatisfy { claims.evidence[$0] == .spatial }
      let mapped = isMapped ? kept : kept.filter { claims.evidence[$0] == .spatial }
      if mapped.isEmpty {
        classifyText(kept, claims, parcels, &state)
      } else {
        classifyMap(mapped, row, input, claims, parcels, &state)
      }
    }
    titles.append(state)
  }

  /// What holds for claims of any evidence: the main parcel, holders, gaps in the records.
  private func note(
    _ kept: [Int], _ claims: ClaimColumns, _ parcels: TenureParcelColumns,
    _ state: inout TitleState
  ) {
    var best = kept[0]
    // One or two nearly always.
    var holders: [Int32] = []
    var count: Int32 = 0
    for place in kept {
      let parcel = Int(claims.parcel[place])
      let isBetter =
        claims.share[place] > claims.share[best]
        || claims.share[place].isNaN && claims.confidence[place] > claims.confidence[best]
      if isBetter { best = place }
      if !holders.contains(parcels.holder[parcel]) {
        holders.append(parcels.holder[parcel])
        count += max(1, parcels.holderCount[parcel])
      }
      state.reasons.formUnion(parcels.sharing[parcel])
      if parcels.holder[parcel] < 0 { state.reasons.insert(.holderMissing) }
      if parcels.certificates[parcel].isEmpty { state.reasons.insert(.certificateMissing) }
      state.reasons.formUnion(parcels.doubts[parcel])
      if !parcels.namesAllHolders[parcel] { state.reasons.insert(.holdersNotAllNamed) }
    }
    state.mainParcel = claims.parcel[best]
    state.evidence = claims.evidence[best]
    state.confidence = claims.confidence[best]
    state.holderCount = count
  }

  // MARK: By the map

  private func classifyMap(
    _ kept: [Int], _ row: Int, _ input: Input, _ claims: ClaimColumns,
    _ parcels: TenureParcelColumns, _ state: inout TitleState
  ) {
    let covered = min(1, max(0, input.coveredShare[row]))
    let multiple = min(covered, max(0, input.multiplyCoveredShare[row]))
    var disputed = 0.0
    var expiring = 0.0
    var termless = 0.0
    var isUnlimited = true
    var total = 0.0
    var unsettled = 0.0
    var shared = 0.0
    var lacksTerm = false
    var byHolder: [(holder: Int32, share: Double)] = []
    for place in kept {
      let parcel = Int(claims.parcel[place])
      let share = claims.share[place]
      total += share
      if let known = byHolder.firstIndex(where: { $0.holder == parcels.holder[parcel] }) {
        byHolder[known].share += share
      } else {
        byHolder.append((parcels.holder[parcel], share))
      }
      if parcels.isDisputed[parcel] { disputed += share }
      if parcels.isUnsettled(parcel) { unsettled += share }
      if !parcels.sharing[parcel].isEmpty { shared += share }
      let own = parcels.termEnd[parcel].standing(endOfCrediting: endOfCrediting)
      lacksTerm = lacksTerm || own == .unknown
      switch standing(parcel, parcels) {
      case .expires: expiring += share
      case .unknown: termless += share
      case .reaches: isUnlimited = false
      case .unlimited: break
      }
    }
    let oneHolder = byHolder.count == 1 && byHolder[0].holder >= 0
    func counts(_ share: Double) -> Bool {
      share > tolerances.overlap && share * input.area[row] >= tolerances.sliverArea
    }
    // A holder over himself contests nothing.
    let claimed = oneHolder ? 0 : min(multiple, max(0, input.contestedShare?[row] ?? multiple))
    let contested = counts(claimed) ? claimed : 0
    if contested > 0 { state.reasons.insert(.overlappingTitles) }
    if counts(multiple - claimed) { state.reasons.insert(.sameTitleTwice) }
    // Shares of claims add up to more than the covered area where claims overlap.
    let scale = total > 0 ? min(1, covered / total) : 0
    expiring *= scale
    termless *= scale
    state.shares = TitleState.Shares(
      disputed: disputed, contested: contested, expiring: expiring, untitled: 1 - covered)
    state.term = term(
      covered: covered, expiring: expiring, termless: termless, isUnlimited: isUnlimited)
    if state.term == .unknown, lacksTerm { state.reasons.insert(.termMissing) }
    if disputed > 0 { state.reasons.insert(.disputeRecorded) }
    if expiring > 0 {
      state.reasons.insert(state.term == .expires ? .termEndsEarly : .termPartlyEndsEarly)
    }
    if covered < tolerances.coverage { state.reasons.insert(.partlyUntitled) }
    let largest = byHolder.map(\.share).max() ?? 0
    let isDominated = largest >= tolerances.dominance * total
    if byHolder.count > 1 { state.reasons.insert(isDominated ? .minorHolders : .severalHolders) }

    if disputed > tolerances.dispute {
      state.titleClass = .disputed
    } else if contested > 0 {
      state.titleClass = .conflictingClaims
    } else if covered < tolerances.coverage {
      state.titleClass = .noTitle
    } else if unsettled > (1 - tolerances.dominance) * total {
      state.titleClass = .undetermined
    } else if state.term == .expires {
      state.titleClass = .expiresTooEarly
    } else {
      let isShared = shared > (1 - tolerances.dominance) * total
      state.titleClass = isDominated && !isShared ? .singleHolder : .severalHolders
    }
  }

  /// Unknown where two sources give terms of which only one lasts long enough.
  private func standing(_ parcel: Int, _ parcels: TenureParcelColumns) -> TermStanding {
    let own = parcels.termEnd[parcel].standing(endOfCrediting: endOfCrediting)
    guard let other = parcels.otherTermEnd[parcel]?.standing(endOfCrediting: endOfCrediting),
      other != .unknown, (own == .expires) != (other == .expires)
    else { return own }
    return .unknown
  }

  private func term(
    covered: Double, expiring: Double, termless: Double, isUnlimited: Bool
  ) -> TermStanding {
    guard covered > 0 else { return .unknown }
    let allowed = (1 - tolerances.termCoverage) * covered
    if expiring > allowed { return .expires }
    if expiring + termless > allowed { return .unknown }
    return isUnlimited && expiring == 0 && termless == 0 ? .unlimited : .reaches
  }

  // MARK: By text

  private func classifyText(
    _ kept: [Int], _ claims: ClaimColumns, _ parcels: TenureParcelColumns,
    _ state: inout TitleState
  ) {
    state.reasons.insert(.textMatchOnly)
    state.shares = TitleState.Shares.unknown
    var standings: [TermStanding] = []
    var isDisputed = false
    var isUnsettled = false
    for place in kept {
      let parcel = Int(claims.parcel[place])
      isDisputed = isDisputed || parcels.isDisputed[parcel]
      isUnsettled = isUnsettled || parcels.isUnsettled(parcel)
      standings.append(standing(parcel, parcels))
    }
    if standings.allSatisfy({ $0 == .expires }) {
      state.term = .expires
      state.reasons.insert(.termEndsEarly)
    } else if standings.contains(.unknown) || standings.contains(.expires) {
      state.term = .unknown
      state.reasons.insert(.termMissing)
    } else {
      state.term = standings.allSatisfy { $0 == .unlimited } ? .unlimited : .reaches
    }
    if isDisputed { state.reasons.insert(.disputeRecorded) }
    let isShared = kept.contains { !parcels.sharing[Int(claims.parcel[$0])].isEmpty }
    let holders = Set(kept.map { parcels.holder[Int(claims.parcel[$0])] })
    if holders.count > 1 { state.reasons.insert(.severalHolders) }
    if isDisputed {
      state.titleClass = .disputed
    } else if isUnsettled {
      state.titleClass = .undetermined
    } else if state.term == .expires {
      state.titleClass = .expiresTooEarly
    } else {
      state.titleClass = holders.count > 1 || isShared ? .severalHolders : .singleHolder
    }
  }
}
