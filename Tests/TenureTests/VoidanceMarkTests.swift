import Testing

@testable import Tenure

@Suite struct VoidanceMarkTests {
  /// A text without a mark is not searched for words, so a word without one would never be found.
  @Test(arguments: TitleVoidance.cancelling + ["历史"])
  func everyWordHasAMark(word: String) {
    #expect(word.unicodeScalars.contains { TitleVoidance.marks.contains($0) })
    #expect(
      TitleVoidance.of(certificate: "", hasNumber: false, status: word, remark: "") == .cancelled)
  }
}
