internal import Accounting
internal import Pipeline

/// What each method of a run lets its results be used for, in the order of the pipeline.
struct RunFiling: Sendable {
  let checks: [FilingCheck]

  init(_ pipeline: PipelineFile, _ context: StageContext) throws {
    let quantities = try QuantityReader(
      folder: try context.upstreamFolder(StageName.quantify.rawValue))
    checks = try pipeline.methods.enumerated().map { number, method in
      pipeline.filing(of: method.parameters, rungs: try quantities.columns(method: number).rungs)
    }
  }
}
