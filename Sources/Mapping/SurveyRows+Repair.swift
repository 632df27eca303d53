internal import Inventory

/// Corrections that touch more than one column.
extension SurveyRows {
  /// Takes another figure for the recorded area of a row. Volumes per hectare that were made from
  /// the volume of the whole 小班 and the wrong area follow.
  public mutating func setRecordedArea(_ row: Int, to area: Double, mapping: MappingFile) {
    let factor = recordedArea[row] / area
    recordedArea[row] = area
    if mapping.areaBasis == .recorded { subcompartments.area[row] = area }
    if mapping["volume"]?.volumeUnit == .cubicMetres { subcompartments.volume[row] *= factor }
    if mapping["secondVolume"]?.volumeUnit == .cubicMetres {
      subcompartments.secondVolume[row] *= factor
    }
    if row < stems.count, mapping["stems"]?.stemUnit.isTotal == true {
      stems[row] *= factor
      subcompartments.stems[row] = stems[row]
    }
    if row < previousVolume.count, mapping["previousArea"] == nil,
      mapping["previousVolume"]?.volumeUnit == .cubicMetres
    {
      previousVolume[row] *= factor
    }
  }

  /// Takes other village codes for some rows, in their keys too.
  ///
  /// - Parameters:
  ///   - codes: row → code in 12 digits.
  ///   - mapping: tells which part of the key is the village.
  public mutating func setVillages(_ codes: [Int: String], mapping: MappingFile) {
    if codes.isEmpty { return }
    let part = mapping.key.firstIndex(of: "village")
    var villages = TextColumn()
    villages.reserve(rows: count, bytesPerRow: 12)
    var keys = TextColumn()
    keys.reserve(rows: count, bytesPerRow: 24)
    for row in 0..<count {
      let key = subcompartments.key.bytes[subcompartments.key.byteRange(row)]
      guard let code = codes[row] else {
        villages.append(utf8: villageCode.bytes[villageCode.byteRange(row)])
        keys.append(utf8: key)
        continue
      }
      villages.append(code)
      keys.appendRow { bytes in
        for (index, text) in key.split(separator: 0x2F, omittingEmptySubsequences: false)
          .enumerated()
        {
          if index > 0 { bytes.append(0x2F) }
          bytes.append(contentsOf: index == part ? Array(code.utf8)[...] : text)
        }
      }
    }
    villageCode = villages
    subcompartments.key = keys
  }
}
