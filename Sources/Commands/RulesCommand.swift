internal import Pipeline
internal import Stages

/// `lintan rules`: what is checked, and what is done about it.
enum RulesCommand: Command {
  static let name = "rules"
  static let summary = "list the rules for data and for eligibility"
  static let usage = "[--json]"
  static let options = [Arguments.Option("json", help: "as JSON")]

  static func run(_ arguments: Arguments, console: Console) throws {
    try arguments.noWords(command: name)
    let rules = RuleListing()
    if arguments.has("json") {
      console.print(MethodsCommand.trimmed(try CanonicalJSON.pretty(rules)))
      return
    }
    var text = AlignedText(labelWidth: 10)
    text.heading("数据质量规则（流程文件 rules 可改处理方式）")
    for rule in rules.quality {
      text.line("")
      text.line("\(rule.identifier)  \(rule.chineseTitle)")
      text.field("finds", rule.summary, indent: 2)
      text.field("default", rule.defaultPolicy, indent: 2)
      if let repair = rule.repair { text.field("repair", repair, indent: 2) }
      text.field("处理建议", rule.chineseRemedy, indent: 2)
    }
    text.line("")
    text.heading("适用条件规则（方法学文件 eligibility 引用）")
    for rule in rules.eligibility {
      text.line("")
      text.line("\(rule.identifier)  \(rule.chineseTitle)")
      text.field("所需资料", rule.neededFields.joined(separator: "、"), indent: 2)
    }
    console.print(text.text)
  }
}
