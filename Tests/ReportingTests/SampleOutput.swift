import Foundation
import Reporting
import Testing

/// Writes the sample to the folder in `LINTAN_REPORT_SAMPLE`, for looking at it.
@Test(.enabled(if: ProcessInfo.processInfo.environment["LINTAN_REPORT_SAMPLE"] != nil))
func writeSample() throws {
  let folder = try #require(ProcessInfo.processInfo.environment["LINTAN_REPORT_SAMPLE"])
  let base = URL(fileURLWithPath: folder)
  let renderer = CandidateReportRenderer(SampleReport.report)
  try Data(renderer.html().utf8).write(to: base.appendingPathComponent("report.html"))
  try Data(renderer.csv()).write(to: base.appendingPathComponent("candidates.csv"))
  try Data(renderer.terminal().utf8).write(to: base.appendingPathComponent("summary.txt"))
  for part in renderer.workbook() {
    let file = base.appendingPathComponent("xlsx").appendingPathComponent(part.path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(part.bytes).write(to: file)
  }
}
