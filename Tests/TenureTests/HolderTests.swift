import Tenure
import Testing

@Suite struct HolderTests {
  private func names(_ cell: String) -> [String] {
    HolderSplitter().split(cell).holders.map(\.name)
  }

  @Test func namesJoinedByBlanksAreSplit() {
    #expect(names("张三 李四 王五") == ["张三", "李四", "王五"])
    #expect(names("张三　李四、王五;赵六/钱七，孙八") == ["张三", "李四", "王五", "赵六", "钱七", "孙八"])
  }

  @Test func blanksInsideANameDoNotSplit() {
    #expect(names("张　三") == ["张三"])
    #expect(names("张 三 李 四") == ["张三", "李四"])
    #expect(names("欧 阳 锋") == ["欧阳锋"])
    #expect(names("广东 绿源林业有限公司") == ["广东绿源林业有限公司"])
    #expect(names("绿源林业 有限公司") == ["绿源林业有限公司"])
    #expect(names("老隆镇 黄田村民委员会 第一村民小组") == ["老隆镇黄田村民委员会第一村民小组"])
    #expect(names("Green Forest Co., Ltd.") == ["Green Forest Co., Ltd."])
  }

  @Test func bracketsKeepCompanyNamesWhole() {
    #expect(names("绿源（广东、福建）林业有限公司、张三") == ["绿源(广东、福建)林业有限公司", "张三"])
    #expect(names("绿源（广东林业有限公司、张三").count == 1)  // a bracket that never closes
  }

  @Test func othersWithoutNamesAreRemembered() {
    let list = HolderSplitter().split("张三、李四等五户")
    #expect(list.holders.map(\.name) == ["张三", "李四"])
    #expect(!list.isComplete)
    #expect(list.statedCount == 5)
    #expect(HolderSplitter().split("张三等").isComplete == false)
    #expect(HolderSplitter().split("张三等12人").statedCount == 12)
    #expect(list.key != HolderSplitter().split("张三、李四").key)
  }

  @Test func conjunctionsOnlyBetweenPersons() {
    #expect(names("张三和李四") == ["张三", "李四"])
    #expect(names("和平县林场") == ["和平县林场"])
    #expect(names("何和平") == ["何和平"])
  }

  /// A line break at the end says nothing, and sends a cell the long way through all separators.
  @Test func plainCellsAreReadLikeAnyOther() {
    let pieces = [
      "张三", "李四", "上溪村", "第", "一", "2", "村民小组", "和", "与", "等", "五户", "有限公司", "广东", "无", "不详",
      " ", "欧", "组", "林场", "占", "12",
    ]
    var state: UInt64 = 7
    for _ in 0..<3000 {
      var cell = ""
      for _ in 0...3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        cell += pieces[Int(state >> 33) % pieces.count]
      }
      #expect(HolderSplitter().split(cell) == HolderSplitter().split(cell + "\n"), "\(cell)")
    }
  }

  @Test func sharesOfCoOwners() {
    let list = HolderSplitter().split("张三(50%)、李四（1/2）、王五(户主)、赵六(300%)")
    #expect(list.holders.map(\.share) == [0.5, 0.5, nil, nil])
    #expect(list.holders.prefix(2).map(\.name) == ["张三", "李四"])
  }

  @Test(arguments: [
    ("黄田村民委员会", HolderType.collective), ("黄田村经济合作社", .collective),
    ("龙川县老隆镇黄田村民委员会第一村民小组", .collective), ("黄田村", .collective), ("集体", .collective),
    ("村办林场", .collective), ("绿源（广东）林业有限公司", .company), ("绿源林业专业合作社", .company),
    ("国有龙川林场", .state), ("龙川县林业局", .state), ("联户", .joint), ("第三组(公)", .collective),
    ("李家几户(共)", .joint), ("张三", .person), ("欧阳修远", .person), ("阿卜杜拉·买买提", .person),
    ("江西", .unknown), ("甲乙丙", .unknown), ("", .unknown),
  ])
  func typesByName(_ name: String, _ type: HolderType) {
    #expect(HolderClassifier().type(of: name).0 == type)
  }

  @Test func codesLeadOverNames() {
    let classifier = HolderClassifier(codes: ["1": .state])
    #expect(classifier.type(of: "张三", code: "１").0 == .state)
    #expect(classifier.type(of: "张三", code: "1").1 == .code("1"))
    #expect(classifier.type(of: "张三", code: "9").0 == .person)
  }

  @Test func severalPersonsTogetherAreJoint() {
    #expect(HolderSplitter().split("张三 李四").type == .joint)
    #expect(HolderSplitter().split("张三").type == .person)
    #expect(HolderSplitter().split("张三、绿源有限公司").type == .unknown)
  }

  @Test func orderOfHoldersDoesNotMatterForTheKey() {
    #expect(HolderSplitter().split("李四、张三").key == HolderSplitter().split("张三 李四").key)
  }

  @Test(arguments: [
    ("上溪村第一、二、三村民小组", ["上溪村第一村民小组", "上溪村第二村民小组", "上溪村第三村民小组"]),
    ("上溪村第１、２村民小组", ["上溪村第1村民小组", "上溪村第2村民小组"]),
    ("上溪村第一和第二村民小组", ["上溪村第一村民小组", "上溪村第二村民小组"]),
    ("上溪村一组、二组", ["上溪村一组", "上溪村二组"]),
    ("张三、上溪村第一、二小组、李四", ["张三", "上溪村第一小组", "上溪村第二小组", "李四"]),
    ("三和村第一村民小组", ["三和村第一村民小组"]),
    ("上溪村第一至第三村民小组", ["上溪村第一至第三村民小组"]),
    ("上溪村第一村民小组、下溪村第二村民小组", ["上溪村第一村民小组", "下溪村第二村民小组"]),
  ])
  func groupsNamedTogether(_ cell: String, _ names: [String]) {
    let list = HolderSplitter().split(cell)
    #expect(list.holders.map(\.name) == names)
    #expect(list.holders.allSatisfy { $0.type == .collective || ["张三", "李四"].contains($0.name) })
  }

  @Test(arguments: [
    "、、、", "(((((", "第一、二、三", "、二组", "第一、二、", "一、二、三、组", "等", "等等等", "和", "   ", "\u{0}", "第一",
    "有限公司", "\n\n;",
  ])
  func hostileCellsDoNoHarm(_ cell: String) {
    for holder in HolderSplitter().split(cell).holders { #expect(!holder.name.isEmpty) }
  }

  @Test func rightsAreKeptApart() {
    var rights = Rights()
    rights.landOwnership = HolderSplitter().split("黄田村集体")
    rights.landUse = HolderSplitter().split("张三")
    #expect(rights.leading().0 == .landUse)
    #expect(rights.leading([.landOwnership]).1.type == .collective)
    rights[.treeOwnership] = HolderSplitter().split("绿源有限公司")
    #expect(rights.leading().1.type == .company)
  }
}

@Suite struct HolderShareTests {
  private func names(_ cell: String) -> [String] {
    HolderSplitter().split(cell).holders.map(\.name)
  }

  @Test(arguments: [
    ("张三 1/2，李四 1/2", [0.5, 0.5]), ("张三50%、李四50%", [0.5, 0.5]), ("张三占60%，李四占40%", [0.6, 0.4]),
    ("张三（50%）、李四（50%）", [0.5, 0.5]), ("张三【1/2】李四【1/2】", [0.5, 0.5]),
    ("张三（50 %） 李四（50%）", [0.5, 0.5]), ("张三 1/2 李四 1/2", [0.5, 0.5]),
  ])
  func sharesAreNoHolders(_ cell: String, _ shares: [Double]) {
    let list = HolderSplitter().split(cell)
    #expect(list.holders.map(\.name) == ["张三", "李四"])
    #expect(list.holders.map(\.share) == shares)
    #expect(list.count == 2)
  }

  @Test(arguments: [
    "张三以及李四", "1.张三 2.李四", "（1）张三（2）李四", "①张三②李四", "张三\\李四", "张三。李四", "张三.李四",
    "(1)张三，(2)李四",
  ])
  func numbersAndWordsAreNoHolders(_ cell: String) { #expect(names(cell) == ["张三", "李四"]) }

  @Test func numbersOfGroupsStay() {
    #expect(names("上溪村第1、2村民小组") == ["上溪村第1村民小组", "上溪村第2村民小组"])
  }

  @Test(arguments: [
    ["上溪村村民委员会", "上溪村委会", "上溪村村委会", "上溪村"], ["张三户", "张三", "张三（户主）"],
    ["广东绿源林业有限公司", "绿源林业有限公司", "广东绿源林业有限公司（分公司）", "广东省绿源林业有限公司", "绿源林业有限公司试县分公司"],
  ])
  func spellingsOfOneHolder(_ spellings: [String]) {
    #expect(Set(spellings.map { HolderSplitter().split($0).key }).count == 1)
  }

  @Test func differentHoldersStayDifferent() {
    for pair in [
      ("广东林业有限公司", "福建林业有限公司"), ("上溪村", "下溪村"), ("上溪村第1村民小组", "上溪村第2村民小组"), ("张三", "张三丰"),
    ] {
      let splitter = HolderSplitter()
      #expect(splitter.split(pair.0).key != splitter.split(pair.1).key)
    }
  }

  @Test(arguments: [
    "上溪村股份经济合作联合社", "上溪村经济联合社", "上溪村股份合作社", "上溪村经济合作社", "上溪镇经济联合总社", "上溪村股份经济合作社",
  ])
  func collectives(_ name: String) {
    #expect(HolderClassifier().type(of: name).0 == .collective)
  }

  @Test func cooperativesOfGrowersAreNoCollectives() {
    #expect(HolderClassifier().type(of: "上溪村林业专业合作社").0 == .company)
  }
}

@Suite struct TitleVoidanceTests {
  private func read(_ certificate: String, _ status: String, _ remark: String) -> TitleVoidance? {
    TenureListReader().read(
      [[certificate, "张三", status, remark]], fields: [.certificate, .holder, .status, .remark]
    ).records[0].voidance
  }

  @Test(arguments: [
    ("试政林证字(2010)第21号（已注销）", "", ""), ("试政林证字(2010)第21号", "已注销", ""), ("试政林证字(2010)第21号", "历史", ""),
    ("试政林证字(2010)第21号", "2", ""), ("试政林证字(2010)第21号", "", "该证已注销"), ("试政林证字(2010)第21号", "", "作废"),
    ("试政林证字(2010)第21号", "换发前", ""), ("试政林证字(2010)第21号", "现势，已作废", ""),
  ])
  func cancelled(_ cells: (String, String, String)) {
    #expect(read(cells.0, cells.1, cells.2) == .cancelled)
  }

  @Test(arguments: [
    ("试政林证字(2010)第21号", "现势", "抵押已注销"), ("试政林证字(2010)第21号", "1", "原证已注销，换发本证"),
    ("试政林证字(2010)第21号", "", "历史遗留问题已处理"), ("试政林证字(2010)第21号", "未注销", ""), ("", "", ""),
    ("试政林证字(2010)第21号", "", "已抵押"),
  ])
  func inForce(_ cells: (String, String, String)) {
    #expect(read(cells.0, cells.1, cells.2) == nil)
  }

  @Test(arguments: ["无证", "未办证", "暂无林权证"])
  func uncertified(_ cell: String) { #expect(read(cell, "", "") == .uncertified) }
}
