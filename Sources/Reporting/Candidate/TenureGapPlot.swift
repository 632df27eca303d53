/// One 小班 whose title needs work before its carbon can be applied for.
public struct TenureGapPlot: Sendable, Equatable {
  public var villageCode = ""
  public var villageName = ""
  public var compartment = ""
  public var subcompartment = ""
  /// ha
  public var hectares = Double.nan
  /// 权属状况
  public var titleClass = ""
  /// Shares of the area, 0 to 1, NaN where the map does not say: 清晰, 无证, 重叠, 争议, 期限不足.
  public var shares = [Double](repeating: .nan, count: 5)
  /// Codes, separated by blanks, such as `QS05 QS11`.
  public var reasonCodes = ""
  /// What the codes mean.
  public var reasons = ""
  public var certificates = ""
  public var holders = ""
  /// 需办事项
  public var remedy = ""

  public init() {}

  /// 权属缺口明细
  public static func table(_ plots: [TenureGapPlot], subtitles: [String], notices: [String])
    -> ReportTable
  {
    var table = ReportTable(
      title: "权属缺口明细", subtitles: subtitles, notices: notices,
      columns: [
        .code("村代码", width: 15), .text("村", width: 14), .code("林班", width: 8),
        .code("小班", width: 8), .decimal("面积", unit: "公顷", places: 2),
        .decimal("面积", unit: "亩", places: 2), .text("权属状况", width: 24),
        .code("原因代码", width: 16), .text("原因", width: 40), .text("证号", width: 36),
        .text("权利人", width: 30), .text("需办事项", width: 44),
      ]
        + ["清晰", "无证", "重叠", "争议", "期限不足"].map {
          .decimal($0 + "份额", unit: "小数", places: 4)
        })
    for plot in plots {
      table.append(
        [
          .text(plot.villageCode), .text(plot.villageName), .text(plot.compartment),
          .text(plot.subcompartment), ReportCell(plot.hectares.isFinite ? plot.hectares : nil),
          ReportCell(
            plot.hectares.isFinite ? CandidateReportRenderer.mu(plot.hectares) : nil),
          .text(plot.titleClass), .text(plot.reasonCodes), .text(plot.reasons),
          .text(plot.certificates), .text(plot.holders), .text(plot.remedy),
        ] + plot.shares.map { ReportCell($0.isFinite ? $0 : nil) })
    }
    return table
  }
}
