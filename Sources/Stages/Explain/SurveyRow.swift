/// One row of one survey: what its file says and what was stored for it.
public struct SurveyRow: Codable, Sendable, Equatable {
  /// The file behind a row.
  public struct Source: Codable, Sendable, Equatable {
    /// Whether the row could be read again.
    public enum Standing: String, Codable, Sendable, CaseIterable {
      case read
      /// The file is not where it was.
      case missing
      /// The file is not the one that the run read.
      case changed
      /// Nothing tells where the file lies.
      case placeUnknown = "place-unknown"
      /// The file is unchanged and yet the row cannot be read.
      case unreadable

      public var chineseName: String {
        switch self {
        case .read: "已从源文件重新读取，文件内容与入库时一致"
        case .missing: "源文件已不在原处，下列只有入库值"
        case .changed: "源文件在入库后有改动，未重新读取，下列只有入库值"
        case .placeUnknown: "不知源文件位置（以流程文件代替工作目录即可读取）"
        case .unreadable: "源文件无法读取，下列只有入库值"
        }
      }
    }

    /// Column and value as the file has them.
    public struct Column: Codable, Sendable, Equatable {
      public var name: String
      /// Empty where the file has nothing.
      public var value: String
    }

    /// Relative to the pipeline file.
    public var file: String
    public var layer: String
    public var driver: String
    /// The feature's number as GDAL counts.
    public var row: Int64
    public var encoding: String
    public var coordinates: String
    /// Identifier of the mapping.
    public var mapping: String
    public var standing: Standing
    /// What stood in the way of reading; empty otherwise.
    public var problem: String
    /// All columns in file order; empty where the row was not read.
    public var columns: [Column]
  }

  /// A stored value with the way it came.
  public struct MappedValue: Codable, Sendable, Equatable {
    /// What the code list in force says of a code.
    public struct Code: Codable, Sendable, Equatable {
      public var code: String
      public var name: String
      public var meaning: String
      /// Raw value of `Standing`.
      public var standing: String
    }

    /// Field of the vocabulary, such as `volume`.
    public var field: String
    public var chineseName: String
    /// The source's column; empty for computed values and constants.
    public var column: String
    /// The unit of the column, where the mapping names one.
    public var columnUnit: String
    /// As the file has it; nil where the row was not read.
    public var sourceText: String?
    public var number: Double?
    /// For values that are no numbers.
    public var text: String?
    public var unit: String
    public var code: Code?
  }

  /// What a rule noticed, and what was done.
  public struct RuleFinding: Codable, Sendable, Equatable {
    public var rule: String
    public var chineseTitle: String
    public var severity: String
    public var field: String
    /// As found, before any repair.
    public var value: String
    /// Raw value of `Finding.Action`.
    public var action: String
    public var detail: String
    /// What the bureau should do.
    public var chineseRemedy: String
  }

  /// Store row.
  public var row: Int64
  public var key: String
  public var survey: Int
  public var source: Source
  public var values: [MappedValue]
  public var findings: [RuleFinding]
}
