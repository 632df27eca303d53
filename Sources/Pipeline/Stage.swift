/// One step of the pipeline: files and the folders of earlier stages in, one folder out.
///
/// What a stage writes may depend only on what its fingerprint covers: its name and revision,
/// `configuration`, the content and names of the input files, the results of `upstream` and the
/// versions of the libraries. Not on the clock, the number of threads or where files lie.
public protocol Stage: Sendable {
  /// Names the folder of its results: lower-case letters, digits and hyphens.
  var name: String { get }
  /// The name shown to people.
  var title: String { get }
  /// Raised whenever the stage would answer differently for the same input.
  var revision: Int { get }
  /// Canonical JSON (see `CanonicalJSON`) of everything that changes the answer.
  var configuration: String { get }
  /// The files it reads, apart from those of earlier stages.
  var inputs: [StageInput] { get }
  /// Names of the earlier stages whose folders it reads.
  var upstream: [String] { get }

  /// Does the work. When it throws, its folder is removed.
  func run(_ context: StageContext) throws -> StageReport
}
