/// The registered facts of one parcel.
struct TenureParcel {
  var parcelCode = ""
  var certificate = ""
  var landOwner = ""
  var landUser = ""
  var woodOwner = ""
  var woodUser = ""
  var holderKind = ""
  /// 亩, as registered.
  var area = 0.0
  var begins = ""
  var ends = ""
  var disputed = false
  var block = ""
  var number = ""
  var placeName = ""
  var species = ""
  var remark = ""

  /// - Parameters:
  ///   - clean: whether everything is written in one way.
  ///   - measured: area of the polygon, 亩.
  init(
    village: SyntheticVillage, sequence: Int, serial: Int, measured: Double, clean: Bool,
    _ random: inout RandomStream
  ) {
    let town = village.code.dropFirst(6).prefix(3)
    parcelCode =
      village.countyCode + town + village.code.suffix(3) + "JE" + Digits.padded(sequence, 5)
    let group = "\(village.name)第\(1 + random.below(9))村民小组"
    landOwner = random.happens(0.45) ? village.name + "村民委员会" : group
    setHolders(group, village, clean, &random)
    let since = 2004 + random.below(14)
    certificate = Self.certificate(
      village, year: since, serial: serial, clean: clean, &random)
    area =
      clean || random.happens(0.65)
      ? Digits.rounded(measured, 2) : Digits.rounded(measured * random.between(0.8, 1.2), 1)
    setTerm(since, clean, &random)
    disputed = !clean && random.happens(0.015)
    placeName = PlaceNames.village(random.below(400), Noise(seed: 7))
    if disputed { remark = "权属有争议，待调处" }
  }

  private mutating func setHolders(
    _ group: String, _ village: SyntheticVillage, _ clean: Bool, _ random: inout RandomStream
  ) {
    let draw = random.unit()
    if draw < 0.3 {
      (landUser, holderKind) = (group, "99")
    } else if draw < 0.45 {
      (landUser, holderKind) = (village.name + "村民委员会", "99")
    } else if draw < 0.55 {
      let company = "\(village.countyName.dropLast())\(random.among(["绿源", "丰林", "青山", "万木"]))"
      (landUser, holderKind) = (company + "林业有限公司", "2")
    } else if draw < 0.65 && !clean {
      let people = (0..<2 + random.below(2)).map { _ in PlaceNames.person(&random) }
      (landUser, holderKind) = (people.joined(separator: " "), "1")
    } else {
      (landUser, holderKind) = (PlaceNames.person(&random), "1")
    }
    woodOwner = random.happens(0.93) ? landUser : PlaceNames.person(&random)
    woodUser = random.happens(0.95) ? woodOwner : landUser
  }

  private mutating func setTerm(_ since: Int, _ clean: Bool, _ random: inout RandomStream) {
    let month = 1 + random.below(12)
    let day = 1 + random.below(28)
    func date(_ year: Int, _ style: Int) -> String {
      switch style {
      case 0: "\(year)-\(Digits.padded(month, 2))-\(Digits.padded(day, 2))"
      case 1: "\(year)/\(month)/\(day)"
      default: "\(year)年\(month)月\(day)日"
      }
    }
    let style = clean ? 0 : [0, 0, 0, 1, 2][random.below(5)]
    begins = date(since, style)
    let draw = random.unit()
    if draw < 0.2 {
      ends = "长期"
    } else if draw < 0.28 && !clean {
      ends = ""
    } else if draw < 0.36 && !clean {
      ends = date(2015 + random.below(10), style)
    } else {
      ends = date(since + random.among([30, 30, 50, 50, 70]), style)
    }
  }

  private static func certificate(
    _ village: SyntheticVillage, year: Int, serial: Int, clean: Bool, _ random: inout RandomStream
  ) -> String {
    let county = village.countyName
    let short = county.dropLast()
    let number = Digits.padded(serial, 7)
    if clean { return "\(short)政林证字(\(year))第\(number)号" }
    switch random.below(8) {
    case 0, 1: return "\(short)政林证字(\(year))第\(number)号"
    case 2: return "\(short)政林证字（\(year)）第\(number)号"
    case 3: return "\(short)政林证字(\(year)) 第 \(fullWidth(number)) 号"
    case 4, 5: return "拟（\(max(year, 2016))）\(county)不动产权第\(number)号"
    case 6: return "拟(\(max(year, 2016)))\(county)不动产权第\(number)号"
    default: return number
    }
  }

  private static func fullWidth(_ digits: String) -> String {
    let wide = Array("０１２３４５６７８９")
    return String(digits.compactMap { $0.wholeNumberValue.map { wide[$0] } })
  }
}
