/// One 小班 as the sheet of its village lists it. Texts are as people read them; a figure that is
/// not recorded is NaN.
public struct VillagePlot: Sendable, Equatable {
  public var compartment = ""
  public var subcompartment = ""
  /// ha
  public var hectares = Double.nan
  public var landClass = ""
  /// 土地权属: who owns the land.
  public var ownership = ""
  /// 森林类别: public benefit or commercial.
  public var forestClass = ""
  /// 林种
  public var forestCategory = ""
  public var origin = ""
  public var species = ""
  public var ageGroup = ""
  /// years
  public var age = Double.nan
  /// cm
  public var diameter = Double.nan
  /// m
  public var height = Double.nan
  /// 0 to 1
  public var canopyDensity = Double.nan
  /// m³/ha
  public var volumePerHectare = Double.nan
  /// m³ on the whole 小班.
  public var volume = Double.nan
  /// 林权状况
  public var title = ""
  public var remarks = ""

  public init() {}
}
