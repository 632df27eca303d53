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
  private let isPlaced: Bool
  private var repair = PolygonRepair()

  /// - Parameter system: the working coordinate system; nil keeps the layer's own.
  static func open(
    _ file: SourceFile, _ layer: LayerSource, _ description: LayerDescription,
    _ binding: ColumnBinding, into system: CoordinateSystem?
  ) throws -> OpenLayer {
    do {
      let own = try SourceExaminer.system(of: description, shown: file.displayPath)
      let isPlaced = own != nil && system != nil
      return OpenLayer(
        file: file, description: description, binding: binding,
        source: try VectorSource(reopening: description),
        reprojection: try reprojection(own, system, layer.datumShift), isPlaced: isPlaced)
    } catch {
      throw shown(error, file, description)
    }
  }

  private init(
    file: SourceFile, description: LayerDescription, binding: ColumnBinding,
    source: consuming VectorSource, reprojection: consuming Reprojection?, isPlaced: Bool
  ) {
    self.file = file
    self.description = description
    self.binding = binding
    self.source = source
    self.reprojection = reprojection
    self.isPlaced = isPlaced
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
      if hasGeometry, isPlaced {
        let (usable, faults) = UsableGeometry.only(geometry)
        geometry = usable
        try reprojection?.apply(to: &geometry)
        let (valid, repairs) = try repair.repaired(geometry)
        geometry = valid
        problems =
          faults.map {
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
