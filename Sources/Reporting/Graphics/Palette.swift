/// The colours of the reports: forest greens, one accent, greys. Neighbouring classes differ in
/// lightness, so they stay apart for colour-blind readers and on a black-and-white printer.
public enum Palette {
  public static let paper = "#ffffff"
  public static let ink = "#1f2a24"
  public static let secondary = "#5d6b63"
  public static let line = "#dfe5e0"
  public static let land = "#eef1ec"
  public static let deepGreen = "#17452f"
  public static let green = "#2f7a55"
  public static let lightGreen = "#a9cfb4"
  public static let accent = "#d98e2b"
  public static let grey = "#b4bcb7"

  /// Ordered classes, from light (young, few) to dark (old, many).
  public static let sequence = ["#dcebc9", "#a9d3a0", "#63ad7c", "#2b7a5c", "#11453a"]

  static let fontFamily =
    "&quot;Noto Sans CJK SC&quot;,&quot;Microsoft YaHei&quot;,sans-serif"
}
