internal import Stages
internal import Synthesis

/// `lintan synthesize`: writes a made-up county.
enum SynthesizeCommand: Command {
  static let name = "synthesize"
  static let summary = "write a made-up county: 小班, villages, tenure, zones, planted faults"
  static let usage = "--output DIR [options]"
  static let options = [
    Arguments.Option("output", "DIR", help: "where the files go"),
    Arguments.Option("subcompartments", "N", help: "小班 of the first survey (default: 2600)"),
    Arguments.Option("counties", "N", help: "counties that share them (default: 1)"),
    Arguments.Option("seed", "N", help: "which of the possible prefectures (default: 1)"),
    Arguments.Option("edge-points", "N", help: "4 gives about 40 vertices a 小班, 10 about 95"),
    Arguments.Option("clean", help: "plant no faults"),
    Arguments.Option("force", help: "replace files of the same names"),
  ]

  static func run(_ arguments: Arguments, console: Console) throws {
    try arguments.noWords(command: name)
    guard let folder = arguments.text("output") else {
      throw UsageError.missingArgument("--output DIR", command: name)
    }
    var parameters = SynthesisParameters()
    if let number = try arguments.integer("subcompartments", in: 20...2_000_000) {
      parameters.subcompartments = number
    }
    if let number = try arguments.integer("counties", in: 1...79) { parameters.counties = number }
    if let number = try arguments.integer("seed", in: 0...Int.max) {
      parameters.seed = UInt64(number)
    }
    if let number = try arguments.integer("edge-points", in: 1...32) {
      parameters.edgePoints = number
    }
    if arguments.has("clean") { parameters.faults = .none }
    let names = try SampleWriter.write(
      parameters, to: folder, replacing: arguments.has("force")
    ) { done, total in
      console.show(stage: name, done: done, total: total, unit: "小班")
    }
    console.finishProgress()
    for name in names { console.print(folder + "/" + name) }
  }
}
