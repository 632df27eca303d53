internal import Stages

/// What `lintan inspect --json` prints.
struct InspectDocument: Encodable {
  struct Failure: Encodable {
    /// As printed to standard error.
    var text: String
    var exitCode: Int32
  }

  /// One file of the command line, with either of the two.
  struct File: Encodable {
    var path: String
    var inspection: FileInspection?
    var failure: Failure?

    init(path: String, inspection: FileInspection? = nil, failure: Failure? = nil) {
      self.path = path
      self.inspection = inspection
      self.failure = failure
    }
  }

  var files: [File] = []
}
