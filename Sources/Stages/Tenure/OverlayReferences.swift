internal import Geometry

/// Everything that 小班 are laid over, with the boxes by which a shard finds its part of it.
struct OverlayReferences: Sendable {
  /// A layer of polygons; `rows` of a shard point into it.
  private struct Layer: Sendable {
    var column: WKBColumn
    var boxes: [Envelope]

    init(_ column: WKBColumn) throws {
      self.column = column
      boxes = try PlanarMeasures.envelopes(of: column)
    }

    func rows(meeting box: Envelope) -> [Int] {
      boxes.indices.filter { boxes[$0].intersects(box) }
    }

    /// The polygons of `rows`; those that `isWanted` refuses are left empty, in their place.
    func part(_ rows: [Int], where isWanted: (Int) -> Bool = { _ in true }) -> WKBColumn {
      var part = WKBColumn()
      for row in rows {
        if isWanted(row) { part.append(column[row]) } else { part.append([]) }
      }
      return part
    }
  }

  private let parcels: Layer?
  private let exclusions: Layer?
  private let creditedLayer: Layer?
  let credited: CreditedLand?
  let periods: [ClosedRange<Int>]

  init(
    parcels: WKBColumn?, exclusions: WKBColumn?, credited: CreditedLand?,
    periods: [ClosedRange<Int>]
  ) throws {
    self.parcels = try parcels.map(Layer.init)
    self.exclusions = try exclusions.map(Layer.init)
    creditedLayer = try credited.map { try Layer($0.geometry) }
    self.credited = credited
    self.periods = periods
  }

  /// One shard's 小班 with the features whose boxes meet theirs. What a 小班 shares with a feature
  /// depends on the two alone, so any cut into shards gives the same result.
  func scenery(_ subjects: WKBColumn) throws -> OverlayScenery {
    let boxes = try PlanarMeasures.envelopes(of: subjects)
    let box = Envelope(union: boxes)
    func rows(_ layer: Layer?) -> [Int] { layer?.rows(meeting: box) ?? [] }
    let (parcelRows, exclusionRows) = (rows(parcels), rows(exclusions))
    let creditedRows = rows(creditedLayer)
    let all =
      [box] + parcelRows.compactMap { parcels?.boxes[$0] }
      + exclusionRows.compactMap { exclusions?.boxes[$0] }
      + creditedRows.compactMap { creditedLayer?.boxes[$0] }
    let frame = try OverlayFrame(covering: all)
    return OverlayScenery(
      subjects: try OverlayLayer(subjects, on: frame),
      parcels: try parcels.map { try OverlayLayer($0.part(parcelRows), on: frame) },
      exclusions: try exclusions.map { try OverlayLayer($0.part(exclusionRows), on: frame) },
      credited: try creditedLayer.map { try OverlayLayer($0.part(creditedRows), on: frame) },
      creditedInPeriod: try periods.compactMap { years in
        try creditedLayer.map { layer in
          try OverlayLayer(
            layer.part(creditedRows) { credited?.isCredited($0, in: years) ?? true }, on: frame)
        }
      },
      parcelRows: parcelRows, creditedRows: creditedRows)
  }
}
