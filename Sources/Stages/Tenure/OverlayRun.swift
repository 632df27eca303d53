internal import Geometry
internal import Geospatial
internal import Inventory
internal import Pipeline
internal import Tenure

/// Lays the 小班 of one survey over the references and judges them, shard by shard.
///
/// A shard is a number of runs of 小班 in store order. Its polygons are in memory, with what lies
/// near them of the other layers; nothing else grows with the size of the inventory but the
/// columns of attributes. Runs do not depend on shards, and results are stored in their order.
struct OverlayRun {
  /// 小班 a worker takes at a time.
  static let rowsPerRun = 1024

  let folder: String
  let year: Int
  /// Of the working coordinate system; nil where nothing has a geometry.
  let measure: AreaMeasure?
  let references: OverlayReferences
  let judge: TitleJudge
  /// Names of villages by code, for lists that name villages.
  let villageNames: [String: String]
  let rowsPerShard: Int

  /// Where 小班 lie on each other; needs polygons.
  let comparesAll: Bool

  func work(_ context: StageContext, into store: inout TenureStore) throws {
    let count = judge.stands.count
    var boxes: [Envelope] = []
    let runs = (count + Self.rowsPerRun - 1) / Self.rowsPerRun
    let runsPerShard = max(1, rowsPerShard / Self.rowsPerRun)
    for first in stride(from: 0, to: runs, by: runsPerShard) {
      let shard = first..<min(first + runsPerShard, runs)
      boxes += try work(shard, context, into: &store)
    }
    if !boxes.isEmpty { try compare(boxes, context, into: &store) }
  }

  private func compare(
    _ boxes: [Envelope], _ context: StageContext, into store: inout TenureStore
  ) throws {
    let overlaps = StandOverlaps(
      boxes: boxes, comparesAll: comparesAll, settings: judge.settings)
    let (folder, year, measure, stands) = (folder, year, measure, judge.stands.row)
    let pairs = try overlaps.pairs(
      threads: context.threads, interruption: context.interruption
    ) { positions in
      let reader = try InventoryReader(folder: folder)
      var column = WKBColumn()
      var first = 0
      while first < positions.count {
        var last = first
        while last + 1 < positions.count, positions[last + 1] == positions[last] + 1 { last += 1 }
        let some = try reader.geometry(
          year, rows: stands[positions[first]]...stands[positions[last]])
        for row in 0..<some.count { column.append(some[row]) }
        first = last + 1
      }
      return try measure?.plane(column) ?? column
    }
    if !pairs.isEmpty { try store.append(pairs, rows: stands) }
  }

  /// The positions of a run's 小班.
  private func positions(_ run: Int) -> Range<Int> {
    run * Self.rowsPerRun..<min((run + 1) * Self.rowsPerRun, judge.stands.count)
  }

  /// - Returns: the boxes of the shard's 小班; none where nothing is laid over.
  private func work(
    _ shard: Range<Int>, _ context: StageContext, into store: inout TenureStore
  ) throws -> [Envelope] {
    let (divided, boxes) = references.isEmpty ? (nil, []) : try divide(shard, context)
    let (count, progress) = (judge.stands.count, context.progress)
    try Workers.run(
      count: shard.count, threads: context.threads, window: 2 * context.threads + 2,
      interruption: context.interruption,
      makeState: { try judge.textJoin.map { _ in try LabelReader(folder: folder) } },
      body: { labels, item in
        let positions = positions(shard.lowerBound + item)
        var divisions = DivisionColumns(periods: references.periods.count)
        if let divided {
          divided.append(item * Self.rowsPerRun, count: positions.count, to: &divisions)
        } else {
          for _ in positions { divisions.appendUnknown() }
        }
        let texts = try labels?.labels(year, rows: rows(positions), villageNames: villageNames)
        return judge.judge(positions, divisions, labels: texts ?? SubcompartmentLabels())
      },
      into: &store,
      sink: { store, _, chunk in
        try store.append(chunk)
        // Where nothing was divided, which takes longer and told of it.
        if divided == nil {
          progress.report(store.counts.subcompartments, of: count, unit: "小班")
        }
      })
    return boxes
  }

  /// Divides the 小班 of a shard among what lies near them.
  private func divide(
    _ shard: Range<Int>, _ context: StageContext
  ) throws -> (DividedShard, [Envelope]) {
    let (threads, interruption) = (context.threads, context.interruption)
    let frame = try frame(shard)
    let subjects = try subjects(shard, on: frame, threads, interruption)
    let boxes = subjects.flatMap(\.boxes)
    let scenery = try references.scenery(
      boxes, on: frame, threads: threads, interruption: interruption)
    let order = SpatialOrder.positions(boxes)
    var divided = DividedShard(order: order, rowsPerPiece: Self.rowsPerRun)
    let (count, progress) = (judge.stands.count, context.progress)
    let earlier = shard.lowerBound * Self.rowsPerRun
    try Workers.run(
      count: shard.count, threads: threads, window: 2 * threads + 2, interruption: interruption,
      makeState: { OverlayWorker(references, scenery) },
      body: { worker, item in
        let first = item * Self.rowsPerRun
        let piece = order[first..<min(first + Self.rowsPerRun, order.count)]
        return try worker.divide(
          subjects, piece.lazy.map { ($0 / Self.rowsPerRun, $0 % Self.rowsPerRun) })
      },
      into: &divided,
      sink: { divided, _, piece in
        divided.append(piece)
        progress.report(earlier + divided.count, of: count, unit: "小班")
      })
    return (divided, boxes)
  }

  private func rows(_ positions: Range<Int>) -> ClosedRange<Int64> {
    judge.stands.row[positions.lowerBound]...judge.stands.row[positions.upperBound - 1]
  }

  private func subjects(
    _ shard: Range<Int>, on frame: OverlayFrame, _ threads: Int, _ interruption: Interruption
  ) throws -> [OverlaySubjects] {
    try Workers.map(
      count: shard.count, threads: threads, interruption: interruption,
      makeState: { try InventoryReader(folder: folder) },
      body: { reader, item in
        let positions = positions(shard.lowerBound + item)
        return try OverlaySubjects(polygons(reader, rows(positions)), on: frame)
      })
  }

  private func polygons(
    _ reader: borrowing InventoryReader, _ rows: ClosedRange<Int64>
  ) throws -> WKBColumn {
    let stored = try reader.geometry(year, rows: rows)
    return try measure?.plane(stored) ?? stored
  }

  /// The frame around the middle of the shard, as the first 小班 of its runs show it: one that lies
  /// in another world must not move it there.
  private func frame(_ shard: Range<Int>) throws -> OverlayFrame {
    if references.isEmpty { return try OverlayFrame(around: .empty) }
    let reader = try InventoryReader(folder: folder)
    var corners: [(x: Double, y: Double)] = []
    for run in shard {
      let first = rows(positions(run)).lowerBound
      for box in try PlanarMeasures.envelopes(of: polygons(reader, first...first))
      where !box.isEmpty {
        corners.append((box.minX, box.minY))
      }
    }
    guard !corners.isEmpty else { return try OverlayFrame(around: .empty) }
    let x = corners.map(\.x).sorted()[corners.count / 2]
    let y = corners.map(\.y).sorted()[corners.count / 2]
    return try OverlayFrame(around: Envelope(minX: x, minY: y, maxX: x, maxY: y))
  }
}
