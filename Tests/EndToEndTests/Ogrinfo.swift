import Foundation

/// GDAL's own command, as an oracle for sums.
enum Ogrinfo {
  /// The three numbers of a query's only row; nil where the command is not installed.
  static func row(_ sql: String, file: String) throws -> (Double, Double, Double)? {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/ogrinfo") else {
      print("skipped: ogrinfo is not installed; recorded figures are compared")
      return nil
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/ogrinfo")
    process.arguments = ["-q", "-dialect", "sqlite", "-sql", sql, file]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let numbers = text.split(separator: "\n").compactMap { line -> Double? in
      guard let value = line.split(separator: "=").last, line.contains(" = ") else { return nil }
      return Double(value.trimmingCharacters(in: .whitespaces))
    }
    return numbers.count == 3 ? (numbers[0], numbers[1], numbers[2]) : nil
  }
}
