// How fast rows of a GBK shapefile are read, beside GDAL decoding the same cells itself.
//
//   reading-benchmark FILE.shp [RUNS]
//
// All columns, without and with geometry. Runs alternate, so that whatever else the machine does
// hits both alike; the best of each counts, and the ratio is what matters.

import CGDAL
import Dispatch
import Foundation
import Geometry
import Geospatial
import Inventory
import Synchronization

let arguments = CommandLine.arguments
guard arguments.count > 1 else {
  print("usage: reading-benchmark FILE.shp [RUNS]")
  exit(64)
}
let path = arguments[1]
let runs = arguments.count > 2 ? Int(arguments[2]) ?? 5 : 5

/// Rows and bytes seen, so that no compiler leaves the work out.
struct Seen: Equatable {
  var rows = 0
  var bytes = 0
}

/// GDAL as programs use it: recoding by the driver, one feature after another.
func readWithGDAL(geometry: Bool) -> Seen {
  var seen = Seen()
  let options = CSLSetNameValue(nil, "ENCODING", "GBK")
  defer { CSLDestroy(options) }
  let dataset = options?.withMemoryRebound(to: UnsafePointer<CChar>?.self, capacity: 2) {
    GDALOpenEx(path, UInt32(GDAL_OF_VECTOR | GDAL_OF_READONLY), nil, $0, nil)
  }
  guard let dataset, let layer = GDALDatasetGetLayer(dataset, 0) else { return seen }
  defer { GDALClose(dataset) }
  if !geometry {
    let ignored = CSLAddString(nil, "OGR_GEOMETRY")
    ignored?.withMemoryRebound(to: UnsafePointer<CChar>?.self, capacity: 2) {
      _ = OGR_L_SetIgnoredFields(layer, $0)
    }
    CSLDestroy(ignored)
  }
  let definition = OGR_L_GetLayerDefn(layer)
  let kinds = (0..<OGR_FD_GetFieldCount(definition)).map {
    OGR_Fld_GetType(OGR_FD_GetFieldDefn(definition, $0))
  }
  var shape: [UInt8] = []
  while let feature = OGR_L_GetNextFeature(layer) {
    for (field, kind) in kinds.enumerated() {
      if kind == OFTString {
        if let text = OGR_F_GetFieldAsString(feature, Int32(field)) {
          seen.bytes += strlen(text)
        }
      } else {
        seen.bytes += OGR_F_GetFieldAsDouble(feature, Int32(field)).isFinite ? 8 : 0
      }
    }
    if geometry, let found = OGR_F_GetGeometryRef(feature) {
      shape = [UInt8](repeating: 0, count: Int(OGR_G_WkbSize(found)))
      OGR_G_ExportToWkb(found, wkbNDR, &shape)
      seen.bytes += shape.count
    }
    OGR_F_Destroy(feature)
    seen.rows += 1
  }
  return seen
}

/// LinTan's reader, the rows shared out among threads.
func readWithLinTan(
  _ description: LayerDescription, geometry: Bool, threads: Int
) -> Seen {
  let fields = Array(description.fields.indices)
  let size = 2048
  let chunks = (description.rowCount + size - 1) / size
  let next = Atomic<Int>(0)
  let total = Mutex(Seen())
  DispatchQueue.concurrentPerform(iterations: threads) { _ in
    guard var source = try? VectorSource(reopening: description) else { return }
    var seen = Seen()
    while true {
      let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard chunk < chunks,
        let batch = try? source.read(
          chunk * size..<(chunk + 1) * size, fields: fields, geometry: geometry)
      else { break }
      for column in batch.columns {
        seen.bytes += column.count
      }
      seen.bytes += batch.geometry.bytes.count
      seen.rows += batch.count
    }
    total.withLock {
      $0.rows += seen.rows
      $0.bytes += seen.bytes
    }
  }
  return total.withLock { $0 }
}

func seconds(_ work: () -> Seen) -> (Double, Seen) {
  let clock = ContinuousClock()
  let begin = clock.now
  let seen = work()
  let parts = begin.duration(to: clock.now).components
  return (Double(parts.seconds) + Double(parts.attoseconds) / 1e18, seen)
}

let description = try VectorSource(path: path, encoding: .gbk).description
let cores = max(2, ProcessInfo.processInfo.activeProcessorCount)
print("\(path): \(description.rowCount) rows, \(description.fields.count) columns")
for geometry in [false, true] {
  var best = [Double](repeating: .infinity, count: 3)
  for _ in 0..<runs {
    for place in best.indices {
      let (time, seen) = seconds {
        switch place {
        case 0: readWithGDAL(geometry: geometry)
        case 1: readWithLinTan(description, geometry: geometry, threads: 1)
        default: readWithLinTan(description, geometry: geometry, threads: cores)
        }
      }
      guard seen.rows == description.featureCount else {
        print("\(seen.rows) of \(description.featureCount) rows were read")
        exit(1)
      }
      best[place] = min(best[place], time)
    }
  }
  let names = ["GDAL, GBK, 1 thread", "LinTan, 1 thread", "LinTan, \(cores) threads"]
  print(geometry ? "  all columns and geometry" : "  all columns")
  for (name, time) in zip(names, best) {
    let rate = Int((Double(description.rowCount) / time / 1000).rounded())
    let ratio = (best[0] / time * 10).rounded() / 10
    let label = name.padding(toLength: 22, withPad: " ", startingAt: 0)
    print("    \(label)\(rate) 000 rows/s   \(ratio) × GDAL")
  }
}
