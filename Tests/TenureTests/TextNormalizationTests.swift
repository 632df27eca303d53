import Tenure
import Testing

@Suite struct TextNormalizationTests {
  @Test func spellingsOfOneTextHaveOneKey() {
    let spellings = [
      "粤龙川林证字(2008)第001234号", "粤龙川林证字（２００８）第００１２３４号", "粤龙川林证字〔2008〕第 001234 号",
      "粤龙川林证字【2008】第001234号", "\u{FEFF}粤龙川林证字[2008]第\u{3000}001234号\u{200B}",
    ]
    #expect(Set(spellings.map(TextNormalization.key)).count == 1)
  }

  @Test func normalisingTwiceChangesNothing() {
    for text in ["Ａｂ（１）　㎡", "a\u{0}b\u{202E}c", "–—−‐", "㏊\r\n², "] {
      let key = TextNormalization.key(text)
      #expect(TextNormalization.key(key) == key)
      let display = TextNormalization.display(text)
      #expect(TextNormalization.display(display) == display)
    }
  }

  @Test func controlCharactersAndDirectionMarksDoNotSurvive() {
    let key = TextNormalization.key("张\u{202E}三\u{0}\u{7F}\u{200F}")
    #expect(key == "张三")
  }

  @Test(arguments: ["", "  ", "无", "—", "/", "null", "（空）", "－－", "\u{3000}"])
  func wordsForNothing(_ text: String) { #expect(TextNormalization.saysNothing(text)) }

  @Test(arguments: ["无名氏", "0", "吴", "无锡村"])
  func wordsThatSaySomething(_ text: String) { #expect(!TextNormalization.saysNothing(text)) }
}
