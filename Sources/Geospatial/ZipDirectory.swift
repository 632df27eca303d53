/// What a ZIP archive's own directory says about its entries.
///
/// GDAL compares the checksum of packed entries only: one that was stored as it is may hold
/// anything. So checksums are compared here, for both kinds.
struct ZipDirectory {
  /// Name as the archive's maker gave it → CRC-32 of the unpacked content.
  private var checksums: [[UInt8]: UInt32] = [:]

  /// - Returns: nil where the directory is not to be found; whoever opens the archive says why.
  init?(_ archive: String) {
    do throws(RawFile.Failure) {
      let file = try RawFile(archive)
      // The end record, behind which a comment of up to 65 535 bytes may stand.
      let tailStart = max(0, file.size - 22 - 0xFFFF)
      let tail = try file.bytes(tailStart..<file.size)
      guard
        let end = stride(from: tail.count - 22, through: 0, by: -1).first(where: {
          tail.littleEndian32($0) == 0x0605_4B50
        })
      else { return nil }
      let (size, offset) = (tail.littleEndian32(end + 12), tail.littleEndian32(end + 16))
      // Larger ones say so in a record of 64 bits; GDAL reads those, without comparing.
      guard offset != 0xFFFF_FFFF, offset + size <= tailStart + end else { return nil }
      take(try file.bytes(offset..<offset + size))
    } catch {
      return nil
    }
  }

  private mutating func take(_ directory: [UInt8]) {
    var place = 0
    while place + 46 <= directory.count, directory.littleEndian32(place) == 0x0201_4B50 {
      let name = directory.littleEndian16(place + 28)
      let next =
        place + 46 + name + directory.littleEndian16(place + 30)
        + directory.littleEndian16(place + 32)
      guard place + 46 + name <= directory.count else { return }
      let flags = directory.littleEndian16(place + 8)
      // Encrypted entries have the checksum of something else.
      if flags & 1 == 0 {
        checksums[Array(directory[place + 46..<place + 46 + name])] = UInt32(
          directory.littleEndian32(place + 16))
      }
      place = next
    }
  }

  /// The checksum of an entry by the bytes of its name.
  func checksum(_ name: [UInt8]) -> UInt32? { checksums[name] }
}
