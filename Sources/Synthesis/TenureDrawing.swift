import Geometry
import Inventory

/// Draws the tenure parcels and writes the tenure list that came with them.
struct TenureDrawing {
  var table: TableBuilder
  private let county: SyntheticCounty
  private let rates: FaultRates
  private let noise: Noise
  private var planter: FaultPlanter
  private var listPlanter: FaultPlanter
  private var lastCertificate = ""
  private var serial: Int
  private var listed = 0

  init(_ county: SyntheticCounty, _ record: inout SyntheticRecord) {
    self.county = county
    rates = county.plan.parameters.faults
    noise = county.plan.noise.keyed(51)
    serial = county.villages[0].index * 100
    table = TableBuilder(
      layer: .tenure, name: "linquan_\(county.code)",
      fields: [
        .init("ZDDM", .text, 19), .init("LQZH", .text, 50), .init("SYQR", .text, 40),
        .init("SHIYQR", .text, 40), .init("LMSYR", .text, 40), .init("LMSHIYR", .text, 40),
        .init("QLRLX", .text, 2), .init("MJ_MU", .real, 12, 2), .init("QSRQ", .text, 14),
        .init("ZZRQ", .text, 14), .init("ZY", .text, 1), .init("LB", .text, 4),
        .init("XB", .text, 10), .init("BZ", .text, 40),
      ])
    // A parcel has about four cells, a 小班 two, and a part of them carries no forest.
    let expected = county.subcompartments * 9 / 20
    planter = FaultPlanter(
      [
        (.missingHolder, rates.missingHolders),
        (.duplicateCertificate, rates.duplicateCertificates), (.bowTie, rates.tenureBowTies),
        (.overlap, rates.tenureOverlaps),
      ], rows: expected, noise: noise)
    listPlanter = FaultPlanter(
      [(.listArea, rates.listDisagreements / 2), (.listHolder, rates.listDisagreements / 2)],
      rows: expected, noise: noise.keyed(2))
    record.tenureList = TenureList.header(county.name)
  }

  private var isClean: Bool { rates == .none }

  mutating func draw(
    _ village: SyntheticVillage, _ tracer: inout OutlineTracer, _ record: inout SyntheticRecord
  ) {
    let plan = county.plan
    let partition = VillagePartition(plan, village: village)
    let states = partition.first.map { county.history($0).second }
    var total = 0.0
    for (sequence, cells) in partition.parcels(bare: states.map { $0.isNonForest }).enumerated() {
      var random = RandomStream(noise, cells[0], 1)
      serial += 1
      if random.happens(rates.tenureGaps) { continue }
      let shifted = random.happens(rates.tenureShifts)
      let exact = tracer.rings(cells)
      var rings = shifted ? moved(tracer.rings(cells, every: 2), &random) : exact
      var parcel = TenureParcel(
        village: village, sequence: sequence + 1, serial: serial,
        measured: OutlineTracer.area(exact) / 10_000 * Units.muPerHectare, clean: isClean, &random)
      let group = partition.groupOf[Int(plan.localOf[cells[0]])]
      parcel.block = Digits.padded(partition.first[group].block, 4)
      parcel.number = Digits.padded(
        isClean || random.happens(0.5) ? partition.first[group].number : sequence + 1, 3)
      parcel.species = states[group].growth?.name ?? (states[group].otherCode == 660 ? "毛竹" : "")
      let isFirst = lastCertificate.isEmpty
      let fault = planter.due(table.nextRow) { kind in
        switch kind {
        case .duplicateCertificate: !isFirst
        case .bowTie: BowTie.tied(rings[0]) != nil
        case .overlap: partition.cellBeside(cells, plan) != nil
        default: true
        }
      }
      plant(fault, &parcel, &rings, cells, partition, &tracer, &record)
      lastCertificate = parcel.certificate
      total += list(parcel, village, &random, &record)
      write(parcel)
      WKBEncoder.polygon(rings, to: &table.geometry)
    }
    record.tenureList.append(TenureList.total(village, total))
  }

  /// A parcel as another survey drew it: moved by 1 to 4 m and stretched by less than a
  /// hundredth, which leaves a simple ring simple.
  private func moved(_ rings: [[CellLattice.Point]], _ random: inout RandomStream)
    -> [[CellLattice.Point]]
  {
    let middle = rings[0][0]
    let x = random.between(0.8, 2.8) * (random.happens(0.5) ? 1 : -1)
    let y = random.between(0.8, 2.8) * (random.happens(0.5) ? 1 : -1)
    let stretch = (random.signed() * 0.006, random.signed() * 0.006, random.signed() * 0.006)
    return rings.map { ring in
      ring.map { point in
        let dx = point.x - middle.x
        let dy = point.y - middle.y
        return .init(
          x: CellLattice.millimetre(point.x + x + dx * stretch.0 + dy * stretch.1),
          y: CellLattice.millimetre(point.y + y + dx * stretch.1 + dy * stretch.2))
      }
    }
  }

  private func plant(
    _ fault: PlantedFault.Kind?, _ parcel: inout TenureParcel,
    _ rings: inout [[CellLattice.Point]], _ cells: [Int], _ partition: VillagePartition,
    _ tracer: inout OutlineTracer, _ record: inout SyntheticRecord
  ) {
    let row = table.nextRow
    switch fault {
    case .missingHolder:
      record.note(
        .missingHolder, .tenure, row: row, field: "SHIYQR", intended: parcel.landUser)
      parcel.landUser = ""
      parcel.woodOwner = ""
      parcel.woodUser = ""
      parcel.holderKind = ""
    case .duplicateCertificate:
      record.note(
        .duplicateCertificate, .tenure, row: row, field: "LQZH", intended: parcel.certificate,
        planted: lastCertificate)
      parcel.certificate = lastCertificate
    case .bowTie:
      if let tied = BowTie.tied(rings[0]) { rings[0] = tied }
      record.note(.bowTie, .tenure, row: row)
    case .overlap:
      if let other = partition.cellBeside(cells, county.plan) {
        rings = tracer.rings(cells + [other])
      }
      record.note(.overlap, .tenure, row: row)
    default: break
    }
  }

  /// Writes the parcel into the list, and says with which area.
  private mutating func list(
    _ parcel: TenureParcel, _ village: SyntheticVillage, _ random: inout RandomStream,
    _ record: inout SyntheticRecord
  ) -> Double {
    var listedParcel = parcel
    let row = record.tenureList.count
    let fault = listPlanter.due(listed) { kind in
      kind == .listArea || !parcel.landUser.isEmpty
    }
    if fault == .listArea {
      listedParcel.area = Digits.rounded(parcel.area * random.among([0.7, 0.8, 1.25, 1.4]), 2)
      record.note(
        .listArea, .tenureList, row: row, field: "面积", intended: Digits.fixed(parcel.area, 2),
        planted: Digits.fixed(listedParcel.area, 2))
    } else if fault == .listHolder {
      listedParcel.landUser = PlaceNames.person(&random) + "户"
      record.note(
        .listHolder, .tenureList, row: row, field: "林地使用权人", intended: parcel.landUser,
        planted: listedParcel.landUser)
    }
    listed += 1
    let withUnit = rates.listDisagreements > 0 && random.happens(0.08)
    record.tenureList.append(
      TenureList.row(listedParcel, village, number: listed, withUnit: withUnit))
    return listedParcel.area
  }

  private mutating func write(_ parcel: TenureParcel) {
    table.add(parcel.parcelCode)
    table.add(parcel.certificate)
    table.add(parcel.landOwner)
    table.add(parcel.landUser)
    table.add(parcel.woodOwner)
    table.add(parcel.woodUser)
    table.add(parcel.holderKind)
    table.add(parcel.area)
    table.add(parcel.begins)
    table.add(parcel.ends)
    table.add(parcel.disputed ? "1" : "0")
    table.add(parcel.block)
    table.add(parcel.number)
    table.add(parcel.remark)
  }
}
