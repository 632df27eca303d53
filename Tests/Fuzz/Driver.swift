import Glibc

/// What libFuzzer calls with each input; `FUZZ_TARGET` says which parser is meant.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do throws(Violation) {
    try chosen.run(bytes)
  } catch {
    write("\(chosen): \(error)\n")
    FuzzFolder.shared.remove()
    abort()
  }
  return 0
}

private let chosen: FuzzTarget = {
  let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    write("FUZZ_TARGET is none of \(FuzzTarget.allCases.map(\.rawValue))\n")
    exit(64)
  }
  return target
}()

private func write(_ text: String) {
  _ = Array(text.utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
