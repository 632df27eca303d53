import Reporting
import Testing

@Test(arguments: [
  ("", 0), ("abc", 3), ("林碳", 4), ("村（镇）", 8), ("a林", 3), ("ｶﾅ", 2), ("한글", 4), ("e\u{301}", 1),
  ("\u{20000}", 2), ("㎡", 2), ("—…", 2), ("\u{200B}", 0), ("\u{1B}", 0), ("🌲", 2), ("\r\n", 0),
])
func cells(text: String, width: Int) {
  #expect(DisplayWidth.of(text) == width)
}

/// Plain texts are measured byte by byte, single characters by their properties.
@Test func textsAreAsWideAsTheirCharacters() {
  for value in UInt32(0x20)...0xFFFF {
    guard let scalar = Unicode.Scalar(value) else { continue }
    let character = Character(scalar)
    let width = DisplayWidth.of(character)
    if DisplayWidth.of(String(character)) != width { Issue.record("U+\(String(value, radix: 16))") }
  }
  #expect(DisplayWidth.of("村，林；3、ab　〓") == 17)
}

@Test func truncationFitsAndNeverCutsACharacter() {
  let text = "青溪村ab梅子坑e\u{301}村"
  for cells in 0...DisplayWidth.of(text) + 2 {
    let cut = DisplayWidth.truncate(text, to: cells)
    #expect(DisplayWidth.of(cut) <= cells)
    #expect(cut == text || cut.isEmpty || cut.hasSuffix("…"))
    if cut.hasSuffix("…") { #expect(text.hasPrefix(String(cut.dropLast()))) }
  }
  #expect(DisplayWidth.truncate("青溪村", to: 5) == "青溪…")
  #expect(DisplayWidth.truncate("青溪村", to: 6) == "青溪村")
}
