/// A mistake made on purpose, so that a check can be asked whether it found it.
public struct PlantedFault: Sendable, Equatable, Codable {
  public enum Kind: String, Sendable, CaseIterable, Codable {
    /// The key of the row before is repeated.
    case duplicateKey = "duplicate-key"
    /// MIAN_JI in 亩 instead of 公顷.
    case areaInMu = "area-in-mu"
    /// Mean age 0 on a stand with volume.
    case ageMissing = "age-missing"
    /// 郁闭度 as a percentage.
    case canopyPercent = "canopy-percent"
    /// The outline crosses itself.
    case bowTie = "bow-tie"
    /// No geometry.
    case emptyGeometry = "empty-geometry"
    /// The polygon also covers a piece of a neighbour.
    case overlap
    /// XIANG as the three digits within the county instead of nine.
    case shortTownCode = "short-town-code"
    /// ZXJ, a total, repeats HUO_LMGQXJ, a value per hectare.
    case volumeCopied = "volume-copied"
    /// A name cut at the width of its field.
    case cutName = "cut-name"
    /// No holder named.
    case missingHolder = "missing-holder"
    /// The certificate number of the row before is repeated.
    case duplicateCertificate = "duplicate-certificate"
    /// The tenure list gives another area than the parcels.
    case listArea = "list-area"
    /// The tenure list names another holder than the parcels.
    case listHolder = "list-holder"
  }

  /// `F0001` and so on, in the order of planting, unique within the county.
  public let identifier: String
  public let kind: Kind
  public let layer: SyntheticLayer
  /// Row within the layer, from 0; in the tenure list the row of the sheet.
  public let row: Int
  /// The field concerned; empty for geometry.
  public let field: String
  /// What the row would say without the fault; empty for geometry.
  public let intended: String
  /// What it says.
  public let planted: String
}
