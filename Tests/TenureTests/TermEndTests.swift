import Tenure
import Testing

@Suite struct TermEndTests {
  @Test(arguments: [
    "2035-12-31", "2035/12/31", "2035.12.31", "20351231", "2035年12月31日", "２０３５年１２月３１日",
    "二〇三五年十二月三十一日", "2035-12-31 00:00:00", "2035-12-31T00:00:00", "至2035年12月31日止", "49674",
    "49674.0", "2035年12月", "2035-12", "203512", "2035", "2035年", "2005-01-01至2035-12-31",
    "2005.01.01-2035.12.31", "20050101-20351231", "2005年1月1日起至2035年12月31日止",
  ])
  func oneDayInManyForms(_ text: String) {
    #expect(TermEnd(text).date?.description == "2035-12-31")
  }

  @Test(arguments: ["长期", "永久", "无固定期限", "长期有效", " 长 期 ", "9999-12-31", "无限期"])
  func unlimited(_ text: String) { #expect(TermEnd(text) == .unlimited) }

  @Test(arguments: ["", "无", "/", "0", "1899-12-30", "1900/1/0"])
  func missing(_ text: String) { #expect(TermEnd(text) == .missing) }

  @Test(arguments: [
    "2035-02-30", "2035-13-01", "35-12-31", "30年", "12", "123", "见合同", "2035-12-31-1", "99999999",
    "2035/12-31", "123456789012", "-2035", "2035--12", "1234-01-01",
  ])
  func unreadable(_ text: String) {
    guard case .unreadable = TermEnd(text) else {
      Issue.record("\(text) was read as \(TermEnd(text))")
      return
    }
  }

  @Test func durationsNeedAFirstDay() {
    let start = CalendarDate(year: 2006, month: 1, day: 1)
    #expect(TermEnd("30年", start: start).date?.description == "2035-12-31")
    let middle = CalendarDate(year: 2006, month: 3, day: 1)
    #expect(TermEnd("30年", start: middle).date?.description == "2036-02-29")
    let later = CalendarDate(year: 2006, month: 7, day: 15)
    #expect(TermEnd("七十年", start: later).date?.description == "2076-07-14")
    #expect(TermEnd("五十年", start: start).date?.description == "2055-12-31")
    #expect(TermEnd("70年不变", start: start).date?.description == "2075-12-31")
    #expect(TermEnd("五十年") == .unreadable("五十年"))
  }

  @Test(arguments: [
    ("50年（2008—2058）", "2058-12-31"), ("50年(2008年1月1日至2057年12月31日)", "2057-12-31"),
    ("五十年（自2008年7月1日起）", "2058-06-30"), ("自2008年1月1日起50年", "2057-12-31"),
    ("2008年起五十年", "2057-12-31"), ("从2008年7月起30年", "2038-06-30"),
  ])
  func durationsThatNameTheirOwnDays(_ text: String, _ day: String) {
    #expect(TermEnd(text).date?.description == day)
    // What the text says leads over another column.
    let other = CalendarDate(year: 1990, month: 1, day: 1)
    #expect(TermEnd(text, start: other).date?.description == day)
  }

  @Test func serialsFollowTheCalendar() throws {
    // Known serials, and every day after them is the next day.
    #expect(CalendarDate(spreadsheetSerial: 61)?.description == "1900-03-01")
    #expect(CalendarDate(spreadsheetSerial: 36_526)?.description == "2000-01-01")
    #expect(CalendarDate(spreadsheetSerial: 2_958_465)?.description == "9999-12-31")
    var before = try #require(CalendarDate(spreadsheetSerial: 36_525))
    for serial in 36_526..<70_000 {
      let date = try #require(CalendarDate(spreadsheetSerial: serial))
      let isNextDay =
        date.day == before.day + 1 && date.month == before.month
        || date.day == 1
          && before.day == CalendarDate.days(inMonth: before.month, of: before.year)
      #expect(isNextDay && date > before)
      before = date
    }
  }

  @Test func standingAgainstTheEndOfCrediting() {
    let end = CalendarDate(endOf: 2035)
    #expect(TermEnd("2035-12-31").standing(endOfCrediting: end) == .reaches)
    #expect(TermEnd("2035-12-30").standing(endOfCrediting: end) == .expires)
    #expect(TermEnd("长期").standing(endOfCrediting: end) == .unlimited)
    #expect(TermEnd("无").standing(endOfCrediting: end) == .unknown)
    #expect(TermEnd("?!").standing(endOfCrediting: end) == .unknown)
  }
}

@Suite struct TermEndSpellingTests {
  @Test(arguments: [
    "二O五五年十二月三十一日", "二o五五年十二月三十一日", "2055。12。31", "2055、12、31", "2055.12.31.", "2055年末",
    "2055年12月31日（续期）",
    "2055年12月末", "二Ｏ五五年底",
  ])
  func dates(_ text: String) { #expect(TermEnd(text).printed == "2055-12-31") }

  @Test(arguments: ["不限期", "无限期", "长期（自留山）"])
  func unlimited(_ text: String) { #expect(TermEnd(text) == .unlimited) }

  /// A blank before a date says nothing, and sends it the long way through all forms of dates.
  @Test func plainDatesAreReadLikeAnyOther() {
    let years = ["1900", "1949", "2035", "2199", "2200", "9999", "35", "02035"]
    let numbers = ["0", "1", "02", "12", "13", "29", "31", "32", "012"]
    let signs = [
      ("-", "-", ""), ("/", "/", ""), (".", ".", ""), ("年", "月", "日"), ("年", "月", ""),
      ("-", "/", ""), ("", "", ""), ("年", "月", "号"), (".", ".", "."),
    ]
    for year in years {
      for month in numbers {
        for day in numbers {
          for (first, second, third) in signs {
            let text = year + first + month + second + day + third
            #expect(TermEnd(text) == TermEnd(" " + text), "\(text)")
            #expect(TermEnd(text).date == TermEnd(" " + text).date)
          }
        }
      }
    }
    #expect(TermEnd("长期") == TermEnd(" 长期"))
  }
}
