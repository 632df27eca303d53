internal import Geospatial
internal import Mapping

/// Looks at files before any row is read: what they are, whether they have what their mapping
/// names, and in which coordinate system the run works.
enum SourceExaminer {
  /// All inventory files, surveys in order and files of a survey in the order of their paths.
  static func inventory(_ pipeline: PipelineFile) throws -> [IngestSource] {
    var sources: [IngestSource] = []
    for source in pipeline.inventory {
      for file in source.layer.files {
        // A table that keeps two dates in one row is declared once for each.
        let known = sources.first {
          $0.file.path == file.path && $0.layer.layer == source.layer.layer
            && $0.layer.encoding == source.layer.encoding && $0.layer.epsg == source.layer.epsg
        }
        let description = try known?.description ?? describe(file, of: source.layer)
        sources.append(
          IngestSource(
            survey: source.survey, file: file, layer: source.layer, description: description,
            binding: try bind(description, file, to: source.layer)))
      }
    }
    return sources
  }

  static func examine(
    _ file: SourceFile, of layer: LayerSource
  ) throws -> (LayerDescription, ColumnBinding) {
    let description = try describe(file, of: layer)
    return (description, try bind(description, file, to: layer))
  }

  private static func describe(
    _ file: SourceFile, of layer: LayerSource
  ) throws -> LayerDescription {
    let encoding = try encoding(layer, file)
    do throws(SourceError) {
      // No rows of zones or credited land is an answer; no 小班 is a mistake.
      let mayBeEmpty: [MappingKind] = [.exclusionZones, .creditedLand, .tenureParcels]
      let allowsEmpty = mayBeEmpty.contains(layer.mapping.kind)
      var hint = CoordinateHint(
        epsg: layer.epsg, countyCode: layer.countyCode, centralMeridian: layer.centralMeridian)
      hint.mayReachFar = layer.mapping.kind != .inventory
      var source = try VectorSource(
        path: file.path, layer: layer.layer, encoding: encoding, coordinates: hint,
        allowsEmpty: allowsEmpty)
      if case .undecided(.undecided) = source.description.coordinates,
        let county = try CountyFinder.county(&source, layer.mapping)
      {
        hint.countyCode = county
        source = try VectorSource(
          path: file.path, layer: layer.layer, encoding: encoding, coordinates: hint,
          allowsEmpty: allowsEmpty)
      }
      let description = source.description
      // A layer of points or lines is another layer than the one meant.
      if description.geometry == .point || description.geometry == .line {
        throw SourceError(
          path: file.path, layer: description.layer, problem: .notPolygons(description.geometry))
      }
      return description
    } catch {
      throw error.shown(as: file.displayPath)
    }
  }

  private static func bind(
    _ description: LayerDescription, _ file: SourceFile, to layer: LayerSource
  ) throws -> ColumnBinding {
    do {
      return try ColumnBinding(
        layer.mapping, available: description.fields.map(\.name),
        aliases: description.fields.map(\.alias))
    } catch {
      throw SourceMappingError(
        path: file.displayPath, layer: description.layer, mapping: layer.mappingPath,
        problem: error)
    }
  }

  private static func encoding(
    _ layer: LayerSource, _ file: SourceFile
  ) throws(SourceError) -> TextEncoding? {
    guard let name = layer.encoding else { return nil }
    guard let encoding = TextEncoding(named: name) else {
      throw SourceError(
        path: file.displayPath, field: "encoding",
        problem: .undecidedEncoding(
          "\(name) is none of " + TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")))
    }
    return encoding
  }

  /// The system in which areas are computed and geometries are kept: the pipeline's, or that of
  /// the first layer with geometry, or a plane for it. Nil when no layer has any.
  static func workingSystem(
    _ pipeline: PipelineFile, _ sources: [IngestSource]
  ) throws -> CoordinateSystem? {
    if let epsg = pipeline.epsg {
      do throws(CoordinateProblem) {
        let system = try CoordinateSystem(epsg: epsg)
        guard WorkingSystem.isPlane(system) else { throw .unsuitableForAreas(system.label) }
        return system
      } catch {
        throw SourceError(
          path: pipeline.name, field: "epsg", problem: .coordinate(error))
      }
    }
    for source in sources {
      guard let system = try system(of: source.description, shown: source.file.displayPath)
      else { continue }
      do throws(CoordinateProblem) {
        return try WorkingSystem.plane(for: system, source.description.extent)
      } catch {
        throw SourceError(
          path: source.file.displayPath, layer: source.description.layer,
          problem: .coordinate(error))
      }
    }
    return nil
  }

  /// Refuses a mix of datums before a row is read, naming both files.
  static func checkDatums(
    _ pipeline: PipelineFile, _ sources: [IngestSource], _ system: CoordinateSystem?
  ) throws {
    guard let system else { return }
    let deciding =
      pipeline.epsg != nil ? nil : sources.first { $0.description.coordinates.system != nil }
    for source in sources {
      guard let own = source.description.coordinates.system else { continue }
      do throws(CoordinateProblem) {
        _ = try Reprojection(from: own, to: system, shift: source.layer.datumShift)
      } catch .datumShiftNeeded {
        throw DatumMix(
          path: source.file.displayPath, system: own.label, datum: own.datum,
          otherPath: deciding?.file.displayPath ?? "epsg of the pipeline",
          otherSystem: system.label, otherDatum: system.datum)
      } catch {
        // Others are reported where the file is opened.
      }
    }
  }

  /// The layer's own system; nil without geometry.
  static func system(
    of description: LayerDescription, shown path: String
  ) throws(SourceError) -> CoordinateSystem? {
    switch description.coordinates {
    case .known(let system, _): return system
    case .none: return nil
    case .undecided(let problem):
      throw SourceError(path: path, layer: description.layer, problem: .coordinate(problem))
    }
  }
}

extension SourceError {
  /// The same error with the path as the reader of the pipeline knows it.
  func shown(as path: String) -> SourceError {
    var error = self
    error.path = path
    return error
  }
}
