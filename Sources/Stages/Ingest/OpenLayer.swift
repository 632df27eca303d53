internal import Geometry
internal import Geospatial
internal import Inventory
internal import Mapping

/// A reference layer opened by one worker.
struct OpenLayer: ~Copyable {
  private let file: SourceFile
  private let description: LayerDescription
  private let binding: ColumnBinding
  private var source: VectorSource
  private let reprojection: Reprojection?
  /// Nil where polygons are not placed.
  private var repair: PolygonRepair?

  /// - Parameter system: the working coordinate system; nil keeps the layer's own.
  static func open(
    _ file: SourceFile, _ layer: LayerSource, _ description: LayerDescription,
    _ binding: ColumnBinding, into system: CoordinateSystem?
  ) throws -> OpenLayer {
    do {
      let own = try SourceExaminer.system(of: description, shown: file.displayPath)
      let repair = try own == nil ? nil : system.map { PolygonRepair(try AreaMeasure($0)) }
      return OpenLayer(
        file: file, description: description, binding: binding,
        source: try VectorSource(reopening: description),
        reprojection: try reprojection(own, system, layer.datumShift), repair: repair)
    } catch {
      throw shown(error, file, description)
    }
  }

  private init(
    file: SourceFile, description: LayerDescription, binding: ColumnBinding,
    source: consuming VectorSource, reprojection: consuming Reprojection?, repair: PolygonRepair?
  ) {
    self.file = file
    self.description = description
    self.binding = binding
    self.source = source
    self.reprojection = reprojection
    self.repair = repair
  }

  private static func reprojection(
    _ own: CoordinateSystem?, _ system: CoordinateSystem?, _ shift: DatumShift?
  ) throws -> Reprojection? {
    guard let own, let system else { return nil }
    return try Reprojection(from: own, to: system, shift: shift)
  }

  mutating func read(_ rows: Range<Int>) throws -> LayerTable {
    do {
      let hasGeometry = description.geometry != .none
      let batch = try source.read(rows, fields: binding.columnsToRead, geometry: hasGeometry)
      var geometry = batch.geometry
      var problems: [LayerTable.Problem] = []
      if hasGeometry, repair != nil {
        let sorted = UsableGeometry.only(geometry, within: description.usableExtent)
        geometry = sorted.geometry
        try reprojection?.apply(to: &geometry)
        let (valid, repairs) = try repair?.repaired(geometry) ?? (geometry, [])
        geometry = valid
        problems =
          sorted.faults.map {
            LayerTable.Problem(
              kind: .unusable, row: batch.featureIDs[$0.row], reason: $0.reason, detail: "")
          }
          + repairs.map {
            LayerTable.Problem(
              kind: .invalid, row: batch.featureIDs[$0.row], reason: $0.reason, detail: $0.detail)
          }
      }
      return LayerTable(
        description: description, batch: batch, geometry: geometry, problems: problems,
        binding: binding)
    } catch {
      throw Self.shown(error, file, description)
    }
  }

  private static func shown(
    _ error: any Error, _ file: SourceFile, _ description: LayerDescription
  ) -> any Error {
    switch error {
    case let error as SourceError: error.shown(as: file.displayPath)
    case let error as CoordinateProblem:
      SourceError(
        path: file.displayPath, layer: description.layer, problem: .coordinate(error))
    default: error
    }
  }
}
