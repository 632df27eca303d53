internal import Accounting

extension PipelineFile {
  /// Whether what a method makes of this run may be filed.
  ///
  /// - Parameter rungs: those on which computed rows stand.
  func filing(of method: MethodParameters, rungs: [EvidenceRung]) -> FilingCheck {
    FilingCheck(method, growth: growth.facts(rungs: rungs))
  }
}
