internal import Inventory
internal import Mapping

/// Gathers what rules with the policy `stop` found, so that one message can name every value.
struct StopCollector: Sendable {
  private struct Key: Hashable {
    var rule: String
    var source: Int
    var field: String
    var value: String
  }

  private var positions: [Key: Int] = [:]
  private var causes: [IngestStop.Cause] = []

  mutating func add(_ findings: [Finding], sources: [IngestSource]) {
    for finding in findings {
      let key = Key(
        rule: finding.rule, source: finding.source, field: finding.field, value: finding.value)
      if let position = positions[key] {
        causes[position].count += 1
      } else {
        positions[key] = causes.count
        let source = sources[finding.source]
        let column = source.layer.mapping.columns.first {
          $0.codes != nil && $0.names.contains(finding.field)
        }
        causes.append(
          IngestStop.Cause(
            rule: finding.rule, path: source.file.displayPath, field: finding.field,
            value: finding.value, count: 1, firstRow: finding.sourceRow,
            codeList: column?.codes?.identifier ?? "", detail: finding.detail))
      }
    }
  }

  /// Most frequent first; of equally frequent ones, the one met first.
  var sorted: [IngestStop.Cause] {
    causes.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element)
  }

  var isEmpty: Bool { causes.isEmpty }
}
