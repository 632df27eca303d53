internal import Foundation
internal import Inventory
internal import Pipeline
internal import Stages

/// `lintan methods`: method files and how well their numbers are known.
enum MethodsCommand: Command {
  static let name = "methods"
  static let summary = "list method files, the standing of their numbers and what they lack"
  static let usage = "[FILE…] [--json]"
  static let options = [Arguments.Option("json", help: "as JSON")]

  /// Where files lie unless some are named.
  private static let folder = "pipelines/methods"

  static func run(_ arguments: Arguments, console: Console) throws {
    var files = arguments.words
    if files.isEmpty {
      files = try Folder.names(folder).filter { $0.hasSuffix(".json5") }.map { folder + "/" + $0 }
    }
    let methods = try files.map { try MethodListing(file: $0) }
    if arguments.has("json") {
      console.print(trimmed(try CanonicalJSON.pretty(methods)))
    } else {
      console.print(methods.map(text).joined(separator: "\n\n"))
    }
  }

  static func trimmed(_ text: String) -> String {
    text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  private static func text(_ method: MethodListing) -> String {
    var text = AlignedText()
    text.heading(method.title)
    text.field("文件", method.file)
    text.field("标识", "\(method.id)，版本 \(method.edition)，机制 \(method.mechanism)")
    text.field("公式", "\(method.formula)（\(method.familyName)；\(method.status.chineseName)）")
    text.field("依据", method.citation)
    text.field(
      "计入年数", method.creditingYears.map { "\(AlignedText.number($0)) 年" } ?? "两期调查的间隔")
    text.field(
      "树种参数",
      method.coefficients.map { "\($0.standing.chineseName) \($0.count) 组" }
        .joined(separator: "、") + "；替代 \(method.standIns)，不计量 \(method.excluded)")
    if !method.standInList.isEmpty {
      text.field("替代树种", method.standInList.joined(separator: "，"))
    }
    for benchmark in method.benchmarks {
      text.field(
        "基准值",
        "\(benchmark.forestClass) \(AlignedText.number(benchmark.value)) tCO2e/ha/a"
          + "（\(benchmark.provenance.standing.chineseName)：\(benchmark.provenance.source)）")
    }
    text.field(
      "扣减",
      "不确定性 \(AlignedText.number(method.uncertainty))，非持久性 "
        + "\(AlignedText.number(method.nonPermanence))，泄漏 \(AlignedText.number(method.leakage))"
        + "（\(method.deductionStanding.chineseName)）；\(method.floor)")
    text.field("适用条件", "\(method.conditions) 条")
    text.field("最弱依据", method.weakestStanding.chineseName)
    if method.mayBeFiled {
      text.field("申报", "各项均出自官方文本（增长依据另看每次运行）")
    } else {
      text.field("注意", method.notice)
      text.field("申报", "不得用于申报，尚缺：")
      for item in method.missing { text.item(item) }
    }
    return text.text
  }
}
