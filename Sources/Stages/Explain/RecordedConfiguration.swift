internal import Configuration
internal import Pipeline

/// The configuration that a stage's result was made with, by name. The counterpart of
/// `StageConfiguration`.
struct RecordedConfiguration: Sendable {
  private var members: [String: String] = [:]

  init() {}

  /// - Parameter folder: of the result, for messages.
  init(_ manifest: Manifest, folder: String) throws {
    let value = try JSON5.parse(Array(manifest.configuration.utf8), file: folder + "/stage.json")
    guard case .object(let found) = value.kind else { return }
    for member in found {
      if case .string(let text) = member.value.kind { members[member.key] = text }
    }
  }

  /// - Parameter number: of several members of one name, counted from 1.
  func text(_ name: String, _ number: Int = 1) -> String? {
    members[number == 1 ? name : "\(name) \(number)"]
  }

  /// The mapping of a survey.
  func mapping(survey: Int) -> RecordedMapping {
    var number = 1
    while let text = text("survey", number) {
      if text == String(survey) { return RecordedMapping(self.text("mapping", number) ?? "") }
      number += 1
    }
    return RecordedMapping()
  }
}
