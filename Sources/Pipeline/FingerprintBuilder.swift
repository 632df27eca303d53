/// Collects the fields of a fingerprint. Every field is preceded by its length, so that no two
/// different lists of fields give the same bytes.
public struct FingerprintBuilder: Sendable {
  /// Raised when the layout of the fields or of the manifest changes: no older result is reused.
  static let format = 3

  private var hash = SHA256()

  public init() { append("lintan-fingerprint-\(Self.format)") }

  public mutating func append(_ field: String) {
    let bytes = Array(field.utf8)
    append(count: bytes.count)
    hash.update(bytes)
  }

  public mutating func append(_ field: Digest) {
    append(count: field.bytes.count)
    hash.update(field.bytes)
  }

  public mutating func append(count: Int) {
    withUnsafeBytes(of: UInt64(count).littleEndian) { hash.update($0) }
  }

  public consuming func finish() -> Fingerprint { Fingerprint(hex: hash.finalize().hex) }
}
