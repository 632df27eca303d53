/// A piece of a section. All texts are plain; the document escapes them.
public enum ReportBlock: Sendable, Equatable {
  case paragraph(String)
  /// A sentence that changes how the rest is to be read.
  case note(String)
  case heading(String)
  case figures([KeyFigure])
  case table(ReportTable)
  case image(SVGImage, caption: String)
  case details([DetailCard])
  /// Markup made inside this module.
  case fragment(HTMLFragment)
}
