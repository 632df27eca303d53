internal import Pipeline
internal import Synchronization

/// What stages of one run have in memory of results, so that the next stage need not read it back.
///
/// A result never changes once it has its fingerprint, so what was kept under one stays true; and
/// what is kept equals what the store gives back.
final class ResultShelf: Sendable {
  /// Which part of which result.
  struct Label: Hashable, Sendable {
    var fingerprint: Fingerprint
    var part: String
  }

  private let values = Mutex<[Label: any Sendable]>([:])

  func keep(_ value: some Sendable, _ part: String, of fingerprint: Fingerprint) {
    values.withLock { $0[Label(fingerprint: fingerprint, part: part)] = value }
  }

  /// A part if it was kept. Parts of which there is one for each method are looked up with this, so
  /// that those of a large county, which are not kept, do not pile up.
  func kept<Value: Sendable>(_ part: String, of fingerprint: Fingerprint) -> Value? {
    values.withLock { $0[Label(fingerprint: fingerprint, part: part)] } as? Value
  }

  /// A part, kept from now on.
  ///
  /// - Parameter read: called when the part is not there yet.
  func value<Value: Sendable>(
    _ part: String, of fingerprint: Fingerprint, read: () throws -> Value
  ) rethrows -> Value {
    let label = Label(fingerprint: fingerprint, part: part)
    if let known = values.withLock({ $0[label] }) as? Value { return known }
    let value = try read()
    values.withLock { $0[label] = value }
    return value
  }
}
