/// Why a record in a register gives no title.
public enum TitleVoidance: String, Sendable, CaseIterable, Codable {
  /// 已注销, 作废, 历史, 换发前: the title is no longer in force.
  case cancelled
  /// 无证, 未办证: there never was a certificate.
  case uncertified

  public var chineseText: String {
    switch self {
    case .cancelled: "已注销、作废或属历史登记"
    case .uncertified: "登记为无证"
    }
  }

  /// What the certificate's cell, the status and the notes of a record say.
  ///
  /// - Parameters:
  ///   - certificate: as printed.
  ///   - hasNumber: whether it holds any number.
  static func of(
    certificate: String, hasNumber: Bool, status: String, remark: String
  ) -> TitleVoidance? {
    let state = TextNormalization.key(status)
    if historic.contains(state) || isCancelled(state, isNote: false)
      || isCancelled(TextNormalization.key(certificate), isNote: false)
      || isCancelled(TextNormalization.key(remark), isNote: true)
    {
      return .cancelled
    }
    guard !hasNumber, !TextNormalization.key(certificate).isEmpty else { return nil }
    let isDenied = CertificateNumber.isDenial(
      CertificateText.canonical(TextNormalization.key(certificate)))
    return isDenied ? .uncertified : nil
  }

  /// - Parameter isNote: a note also speaks of other things than this title.
  private static func isCancelled(_ key: String, isNote: Bool) -> Bool {
    guard key.unicodeScalars.contains(where: { marks.contains($0) }) else { return false }
    if isNote, ["历史", "历史登记", "历史数据", "历史证"].contains(key) { return true }
    for part in key.split(whereSeparator: { ",;。|、()".contains($0) }) {
      let words = isNote ? cancelling : cancelling + ["历史"]
      guard let word = words.first(where: { part.contains($0) }),
        let place = part.firstRange(of: word)
      else { continue }
      let before = part[..<place.lowerBound]
      if ["未", "无", "没有", "不"].contains(where: { before.hasSuffix($0) }) { continue }
      if isNote, others.contains(where: { part.contains($0) }) { continue }
      return true
    }
    return false
  }

  /// Of the code list of 权属状态 in TD/T 1066: 2 is 历史.
  private static let historic: Set<String> = ["2", "02", "2.0"]
  /// One of them is in each of the words that cancel; hardly a cell has any.
  static let marks: Set<Unicode.Scalar> = ["销", "废", "效", "换", "收", "撤", "历"]
  static let cancelling = [
    "注销", "作废", "废止", "失效", "换发前", "已换发", "已换证", "已收回", "已吊销", "已撤证", "被收回", "被撤销", "证已撤销",
    "登记已撤销",
  ]
  /// What else may be cancelled, and the certificate that this one replaces.
  private static let others = [
    "抵押", "查封", "异议", "预告", "地役", "原证", "旧证", "老证", "前证", "原林权证", "旧林权证", "原不动产", "原权证", "原山林",
    "原登记", "采伐证", "许可", "合同",
  ]
}
