internal import Configuration

/// What a stage's answer depends on, as one JSON object. A later run that finds a member changed
/// names it as its reason for computing again.
struct StageConfiguration {
  private var members: [ConfigurationValue.Member] = []

  /// Adds a value under a name; of several with one name, each gets a number.
  mutating func add(_ name: String, _ value: String) {
    var key = name
    var number = 2
    while members.contains(where: { $0.key == key }) {
      key = "\(name) \(number)"
      number += 1
    }
    let nowhere = TextPosition(line: 1, column: 1)
    members.append(
      ConfigurationValue.Member(
        key: key, keyPosition: nowhere,
        value: ConfigurationValue(kind: .string(value), position: nowhere)))
  }

  var text: String {
    ConfigurationValue(
      kind: .object(members), position: TextPosition(line: 1, column: 1)
    ).canonicalJSON()
  }
}
