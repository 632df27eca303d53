internal import Glibc

/// The wall clock, for run records only; no result depends on it.
enum UTCStamp {
  static func nowNanoseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// `20260131T235959Z`.
  static func compact(_ nanoseconds: Int64) -> String { text(nanoseconds, "%Y%m%dT%H%M%SZ") }

  /// `2026-01-31T23:59:59Z`.
  static func readable(_ nanoseconds: Int64) -> String { text(nanoseconds, "%Y-%m-%dT%H:%M:%SZ") }

  private static func text(_ nanoseconds: Int64, _ format: String) -> String {
    var seconds = time_t(nanoseconds / 1_000_000_000)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 64)
    let count = strftime(&buffer, buffer.count, format, &parts)
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
