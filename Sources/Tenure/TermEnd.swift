/// The end of a right's term as a list or register gives it.
public enum TermEnd: Sendable, Hashable {
  /// The last day of the term. Where only a month or a year is given it is that period's last day.
  case date(CalendarDate)
  /// 长期, 永久, 无固定期限.
  case unlimited
  case missing
  /// Text that is no date; the printed text.
  case unreadable(String)

  /// For people; empty where missing.
  public var printed: String {
    switch self {
    case .date(let date): date.description
    case .unlimited: "长期"
    case .missing: ""
    case .unreadable(let text): text
    }
  }

  public var date: CalendarDate? {
    if case .date(let date) = self { date } else { nil }
  }

  /// Compares with the last day of crediting.
  public func standing(endOfCrediting: CalendarDate) -> TermStanding {
    switch self {
    case .date(let date): date < endOfCrediting ? .expires : .reaches
    case .unlimited: .unlimited
    case .missing, .unreadable: .unknown
    }
  }

  /// Reads dates in the forms lists use, spreadsheet serials among them, and of a period its end.
  /// A duration such as `30年` counts from the first day that the text itself names
  /// (`自2008年1月1日起30年`), else from `start`.
  /// - Parameter start: the first day of the term, where another column gives it.
  public init(_ text: String, start: CalendarDate? = nil) {
    if let date = PlainDate.read(text) {
      self = .date(date)
      return
    }
    if Self.unlimitedWords.contains(text) {
      self = .unlimited
      return
    }
    guard !TextNormalization.saysNothing(text) else {
      self = .missing
      return
    }
    let display = ChineseNumber.withDigits(TextNormalization.display(text))
    let key = Self.dotted(TextNormalization.key(Self.withoutTime(display)))
    if Self.emptyDates.contains(key) {
      self = .missing
    } else if let date = Self.lastDate(key) {
      self = date.year == 9999 ? .unlimited : .date(date)
    } else if Self.unlimitedWords.contains(where: { key.contains($0) }) {
      self = .unlimited
    } else if let end = Self.end(of: key, from: start) {
      self = .date(end)
    } else {
      self = .unreadable(TextNormalization.display(text))
    }
  }

  /// Reads the first day of a term or the day of an entry; of a month or year its last day, nil for
  /// everything else.
  static func firstDay(_ text: String) -> CalendarDate? {
    if text.isEmpty { return nil }
    if let date = PlainDate.read(text) { return date }
    let display = ChineseNumber.withDigits(TextNormalization.display(text))
    let key = TextNormalization.key(withoutTime(display))
    let first = key.prefix { !"至到~".contains($0) }
    guard !emptyDates.contains(key) else { return nil }
    let trimmed = first.hasSuffix("起") ? first.dropLast() : first
    return oneDate(trimmed)
  }

  private static let unlimitedWords = [
    "长期", "永久", "无固定期限", "无期限", "不定期", "长久", "永远", "无限期",
    "不限期", "不限期限", "无限制", "期限不限",
  ]
  /// What programs write where a date cell is empty.
  private static let emptyDates: Set<String> = [
    "0", "0000-00-00", "1899-12-30", "1899-12-31", "1900-01-00", "1900-01-01", "1900/1/0",
    "1900/1/1",
  ]

  /// `2055。12。31`, `2055、12、31.` and `2055-12-31(续期)`, as people type dates.
  private static func dotted(_ key: String) -> String {
    var text = String(key.map { "。、．".contains($0) ? "." : $0 })
    if text.hasSuffix(")"), let open = text.lastIndex(of: "("), open != text.startIndex,
      !text[open...].contains(where: \.isPlainDigit)
    {
      text = String(text[..<open])
    }
    while text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// `2035-12-31 00:00:00` and `2035-12-31T00:00:00`.
  private static func withoutTime(_ text: String) -> String {
    guard let colon = text.firstIndex(of: ":") else { return text }
    guard let cut = text[..<colon].lastIndex(where: { $0 == " " || $0 == "T" }) else { return text }
    return String(text[..<cut])
  }

  private static func lastDate(_ key: String) -> CalendarDate? {
    var text = Substring(key)
    for word: Character in ["至", "到", "~"] {
      if let place = text.lastIndex(of: word) {
        let after = text[text.index(after: place)...]
        text = after.isEmpty ? text[..<place] : after
      }
    }
    for ending in ["止", "前", "底", "末", "为"] where text.hasSuffix(ending) { text.removeLast() }
    if let date = oneDate(text) { return date }
    // `2008.01.01-2038.12.31` and `20080101-20381231`: both halves must be dates.
    for place in text.indices where text[place] == "-" {
      let end = oneDate(text[text.index(after: place)...].drop { $0 == "-" })
      if let end, let start = oneDate(text[..<place]), start < end { return end }
    }
    return nil
  }

  private static func oneDate(_ text: Substring) -> CalendarDate? {
    guard !text.isEmpty, text.allSatisfy({ $0.isPlainDigit || "-/.年月日号".contains($0) }),
      text.first?.isPlainDigit == true
    else { return nil }
    let groups = text.split(whereSeparator: { !$0.isPlainDigit })
    let separators = text.filter { !$0.isPlainDigit }
    guard groups.allSatisfy({ $0.count <= 8 }) else { return nil }
    let numbers = groups.compactMap { Int($0) }
    switch groups.count {
    case 1 where separators.isEmpty || separators == "年" && groups[0].count == 4:
      return compact(groups[0], numbers[0])
    case 2 where separators == ".":
      if groups[0].count == 5 { return serial(numbers[0]) }
      return month(groups[0], numbers[0], numbers[1])
    case 2 where ["-", "/", "年", "年月", "-月"].contains(separators):
      return month(groups[0], numbers[0], numbers[1])
    case 3 where Self.fullSeparators.contains(separators):
      return groups[0].count == 4 && plausible(numbers[0])
        ? CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) : nil
    default:
      return nil
    }
  }

  private static let fullSeparators: Set<String> = ["--", "//", "..", "年月日", "年月", "年月号"]

  private static func compact(_ digits: Substring, _ number: Int) -> CalendarDate? {
    switch digits.count {
    case 8:
      guard plausible(number / 10_000) else { return nil }
      return CalendarDate(
        year: number / 10_000, month: number / 100 % 100, day: number % 100)
    case 6: return month(digits.prefix(4), number / 100, number % 100)
    case 5: return serial(number)
    case 4: return plausible(number) ? CalendarDate(endOf: number) : nil
    default: return nil
    }
  }

  private static func month(_ digits: Substring, _ year: Int, _ month: Int) -> CalendarDate? {
    guard digits.count == 4, plausible(year), (1...12).contains(month) else { return nil }
    return CalendarDate(
      year: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
  }

  /// Serials from 1950 to 2173, so that other five-digit numbers are not taken for dates.
  private static func serial(_ number: Int) -> CalendarDate? {
    (18_264...99_999).contains(number) ? CalendarDate(spreadsheetSerial: number) : nil
  }

  static let plausibleYears = 1949...2199

  private static func plausible(_ year: Int) -> Bool {
    plausibleYears.contains(year) || year == 9999
  }

  /// `30年` from a first day: the day before the same day 30 years later. What brackets add
  /// (`50年(2008-2058)`, `50年(自2008年起)`) leads over `start`.
  private static func end(of key: String, from start: CalendarDate?) -> CalendarDate? {
    var text = key
    var start = start
    if text.hasSuffix(")"), let open = text.firstIndex(of: "(") {
      let inside = String(text[text.index(after: open)...].dropLast())
      if let date = lastDate(inside), !inside.hasSuffix("起") { return date }
      start = openingDay(Substring(inside)) ?? start
      text = String(text[..<open])
    }
    if let mark = text.lastIndex(of: "起") {
      guard let own = openingDay(text[...mark]) else { return nil }
      start = own
      text = String(text[text.index(after: mark)...])
    }
    for word in [",", "期限", "为", "共", "使用期", "承包期", "期", ":"] {
      if text.hasPrefix(word) { text.removeFirst(word.count) }
    }
    for word in ["不变", "期限", "期", "整"] where text.hasSuffix(word) {
      text.removeLast(word.count)
    }
    guard let start, text.hasSuffix("年"), let years = ChineseNumber.value(String(text.dropLast())),
      (1...200).contains(years)
    else { return nil }
    return end(years: years, from: start)
  }

  /// The first day of `自2008年起`: of a month or year alone its first.
  private static func openingDay(_ text: Substring) -> CalendarDate? {
    var text = text
    if text.hasSuffix("起") { text = text.dropLast() }
    for word in ["自", "从", "由"] where text.hasPrefix(word) { text = text.dropFirst() }
    guard let date = oneDate(text) else { return nil }
    switch text.split(whereSeparator: { !$0.isPlainDigit }).count {
    case 1 where text.prefix { $0.isPlainDigit }.count == 4:
      return CalendarDate(year: date.year, month: 1, day: 1)
    case 2: return CalendarDate(year: date.year, month: date.month, day: 1)
    default: return date
    }
  }

  private static func end(years: Int, from start: CalendarDate) -> CalendarDate? {
    if start.day > 1 {
      return CalendarDate(
        year: start.year + years, month: start.month,
        day: min(start.day - 1, CalendarDate.days(inMonth: start.month, of: start.year + years)))
    }
    if start.month == 1 { return CalendarDate(endOf: start.year + years - 1) }
    return CalendarDate(
      year: start.year + years, month: start.month - 1,
      day: CalendarDate.days(inMonth: start.month - 1, of: start.year + years))
  }
}
