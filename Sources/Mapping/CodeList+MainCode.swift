public import Inventory

extension CodeList {
  /// For a species code of six digits that the list does not have, the listed code of which it is
  /// a finer division or another notation; nil where the list has the code or knows none.
  ///
  /// 一张图 writes a main species as its three digits and `000` and divides some further (`490400`).
  /// The main code counts only if the list names it: `490000`, or `490` for `490000` itself. Heads
  /// of three digits alone are not trusted, since lists disagree in their finer codes (刺槐 is
  /// `495000` in one county and `465…` elsewhere).
  public func mainCode(of code: String) -> String? {
    guard code.utf8.count == 6, code.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), self[code] == nil
    else { return nil }
    let head = String(code.prefix(3))
    if self[head + "000"] != nil { return head + "000" }
    return code.hasSuffix("000") && self[head] != nil ? head : nil
  }
}
