import Accounting
import Configuration
import Inventory
import Mapping

/// Mapping and method files: read or refused at a place, nothing else. What is read can be told
/// again.
enum ConfigurationTarget {
  static func run(_ bytes: [UInt8]) throws(Violation) {
    guard let value = try JSON5Target.parsed(bytes) else { return }
    do throws(ConfigurationError) {
      let reader = try ConfigurationReader(value, file: "x.json5")
      let mapping = try MappingFile(reader) { (_: String) throws(ConfigurationError) in
        CodeList(identifier: "x", entries: [:])
      }
      _ = mapping.canonicalText
      _ = ConfigurationTarget.bind(mapping)
    } catch {
      // Refused, which is an answer.
    }
    do throws(ConfigurationError) {
      _ = try MethodParameters(configuration: value, file: "x.json5")
    } catch {
      return
    }
  }

  /// Binds the mapping to a table that has all of its columns.
  private static func bind(_ mapping: MappingFile) -> ColumnBinding? {
    do throws(MappingError) {
      return try ColumnBinding(mapping, available: mapping.columns.flatMap(\.names))
    } catch {
      return nil
    }
  }
}
