/// A finished earlier stage as a later one sees it.
struct UpstreamResult: Sendable {
  var name: String
  var folder: String
  var fingerprint: Fingerprint
  var report: StageReport
}
