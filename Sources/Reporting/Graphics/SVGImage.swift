/// A finished drawing. Only this module makes one, so its markup needs no further escaping.
public struct SVGImage: Sendable, Equatable {
  /// The `<svg>` element, ready for an HTML page or, with the declaration it carries, a file.
  public let markup: String
  /// What the drawing shows, for readers who cannot see it.
  public let title: String

  /// `width` and `height` are in CSS pixels; `body` is markup.
  init(title: String, width: Double, height: Double, body: String) {
    self.title = title
    let w = SVGText.coordinate(width)
    let h = SVGText.coordinate(height)
    markup =
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(w) \#(h)" width="\#(w)" "#
      + #"height="\#(h)" role="img" font-family="\#(Palette.fontFamily)" font-size="12" "#
      + #"fill="\#(Palette.ink)"><title>\#(MarkupText.escape(title))</title>\#(body)</svg>"#
  }
}
