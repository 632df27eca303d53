internal import Inventory

/// What is known of the bounds. No official table was at hand; provinces set their own, and by 林种.
/// The table serves to notice contradictions, never to make up an age group.
extension AgeGroupBounds {
  private static let guangxiPaper = Provenance(.sourced, source: "ChinaXiv-201704.00197")
  private static let northern = Provenance(
    .sourced, source: "ChinaXiv-201605.00435, 201605.00427; extended to related species")
  private static let recalled = Provenance(
    .recalled, confidence: "med-high", source: "common provincial practice")
  private static let guangxiPractice = Provenance(
    .sourced, source: "rules of one Guangxi-practice inventory system")

  private static let sheltering = ["protection", "special-use"]
  private static let timber = ["timber"]
  private static let timberAndEconomic = ["timber", "economic"]
  private static let fuelwood = ["fuelwood"]
  private static let pines = ["马尾松", "柏木", "其他针叶"]
  private static let foreignPines = ["国外松", "湿地松", "火炬松"]
  private static let fastBroadleaves = ["木荷", "桦木", "软阔类", "檫木"]
  private static let broadleaves = ["樟树", "楠木", "栎类", "硬阔类", "枫香", "榆树"]

  static let country: [AgeGroupBounds] = [
    AgeGroupBounds(["杉木"], .planted, [10, 20, 25, 35], guangxiPaper),
    AgeGroupBounds(["马尾松"], .planted, [10, 20, 30, 50], guangxiPaper),
    AgeGroupBounds(["马尾松", "云南松"], .natural, [20, 30, 40, 60], recalled),
    AgeGroupBounds(["桉树", "相思"], .planted, [5, 10, 15, 25], recalled),
    AgeGroupBounds(["杨树", "软阔类"], .planted, [5, 10, 15, 25], recalled),
    AgeGroupBounds(["杨树", "软阔类"], .planted, [10, 15, 20, 30], northern),
    AgeGroupBounds(["桦木", "榆树", "木荷", "枫香"], .natural, [20, 40, 50, 70], recalled),
    AgeGroupBounds(["桦木", "榆树", "木荷", "枫香"], .planted, [10, 20, 30, 50], recalled),
    AgeGroupBounds(["栎类", "樟树", "楠木", "硬阔类"], .natural, [40, 60, 80, 120], northern),
    AgeGroupBounds(["栎类", "樟树", "楠木", "硬阔类"], .planted, [20, 40, 50, 70], northern),
    AgeGroupBounds(["柏木", "冷杉"], .natural, [60, 100, 120, 160], northern),
    AgeGroupBounds(["柏木", "冷杉"], .planted, [40, 60, 80, 120], northern),
  ]

  static let provinces: [AgeGroupBounds] = [
    AgeGroupBounds(
      ["杉木"], .planted, [10, 20, 25, 35], guangxiPractice, sheltering, province: "45"),
    AgeGroupBounds(["杉木"], .planted, [5, 10, 15, 25], guangxiPractice, timber, province: "45"),
    AgeGroupBounds(["杉木"], .planted, [4, 8, 10, 14], guangxiPractice, fuelwood, province: "45"),
    AgeGroupBounds(pines, .natural, [10, 20, 30, 50], guangxiPractice, sheltering, province: "45"),
    AgeGroupBounds(pines, .planted, [10, 20, 25, 35], guangxiPractice, sheltering, province: "45"),
    AgeGroupBounds(pines, .natural, [10, 15, 20, 30], guangxiPractice, timber, province: "45"),
    AgeGroupBounds(pines, .planted, [5, 10, 15, 25], guangxiPractice, timber, province: "45"),
    AgeGroupBounds(pines, .natural, [5, 10, 15, 25], guangxiPractice, fuelwood, province: "45"),
    AgeGroupBounds(pines, .planted, [4, 8, 10, 14], guangxiPractice, fuelwood, province: "45"),
    AgeGroupBounds(
      foreignPines, .planted, [10, 20, 25, 35], guangxiPractice, sheltering, province: "45"),
    AgeGroupBounds(
      foreignPines, .planted, [5, 9, 11, 15], guangxiPractice, timber, province: "45"),
    AgeGroupBounds(
      foreignPines, .planted, [5, 10, 15, 25], guangxiPractice, timber, province: "45"),
    AgeGroupBounds(
      foreignPines, .planted, [4, 8, 10, 14], guangxiPractice, fuelwood, province: "45"),
    AgeGroupBounds(
      ["云南松"], .natural, [20, 40, 50, 70], guangxiPractice, sheltering, province: "45"),
    AgeGroupBounds(
      ["云南松"], .planted, [15, 30, 35, 45], guangxiPractice, sheltering, province: "45"),
    AgeGroupBounds(["云南松"], .natural, [10, 20, 30, 50], guangxiPractice, timber, province: "45"),
    AgeGroupBounds(["云南松"], .planted, [10, 20, 25, 35], guangxiPractice, timber, province: "45"),
    AgeGroupBounds(["桉树"], .natural, [2, 4, 5, 7], guangxiPractice, sheltering, province: "45"),
    AgeGroupBounds(["桉树"], .planted, [2, 4, 5, 7], guangxiPractice, sheltering, province: "45"),
    AgeGroupBounds(
      ["桉树"], .natural, [10, 20, 25, 35], guangxiPractice, sheltering, province: "45"),
    AgeGroupBounds(
      ["桉树"], .planted, [10, 20, 25, 35], guangxiPractice, sheltering, province: "45"),
    AgeGroupBounds(["桉树"], .natural, [1, 2, 3, 5], guangxiPractice, timber, province: "45"),
    AgeGroupBounds(["桉树"], .planted, [1, 2, 3, 5], guangxiPractice, timber, province: "45"),
    AgeGroupBounds(["桉树"], .natural, [4, 6, 8, 12], guangxiPractice, timber, province: "45"),
    AgeGroupBounds(["桉树"], .planted, [4, 6, 8, 12], guangxiPractice, timber, province: "45"),
    AgeGroupBounds(["桉树"], .natural, [5, 10, 15, 25], guangxiPractice, timber, province: "45"),
    AgeGroupBounds(["桉树"], .planted, [5, 10, 15, 25], guangxiPractice, timber, province: "45"),
    AgeGroupBounds(["桉树"], .natural, [4, 8, 10, 14], guangxiPractice, fuelwood, province: "45"),
    AgeGroupBounds(["桉树"], .planted, [4, 8, 10, 14], guangxiPractice, fuelwood, province: "45"),
    AgeGroupBounds(["相思"], .natural, [2, 4, 6, 10], guangxiPractice, sheltering, province: "45"),
    AgeGroupBounds(["相思"], .planted, [2, 4, 6, 10], guangxiPractice, sheltering, province: "45"),
    AgeGroupBounds(["相思"], .natural, [2, 3, 4, 6], guangxiPractice, timber, province: "45"),
    AgeGroupBounds(["相思"], .planted, [2, 3, 4, 6], guangxiPractice, timber, province: "45"),
    AgeGroupBounds(
      fastBroadleaves, .natural, [10, 20, 30, 50], guangxiPractice, sheltering, province: "45"),
    AgeGroupBounds(
      fastBroadleaves, .planted, [10, 20, 25, 35], guangxiPractice, sheltering, province: "45"),
    AgeGroupBounds(
      fastBroadleaves, .natural, [10, 15, 20, 30], guangxiPractice, timber, province: "45"),
    AgeGroupBounds(
      fastBroadleaves, .planted, [5, 10, 15, 25], guangxiPractice, timber, province: "45"),
    AgeGroupBounds(
      fastBroadleaves, .natural, [2, 3, 4, 6], guangxiPractice, timber, province: "45"),
    AgeGroupBounds(
      fastBroadleaves, .planted, [2, 3, 4, 6], guangxiPractice, timber, province: "45"),
    AgeGroupBounds(
      fastBroadleaves, .natural, [5, 10, 15, 25], guangxiPractice, fuelwood, province: "45"),
    AgeGroupBounds(
      fastBroadleaves, .planted, [4, 8, 10, 14], guangxiPractice, fuelwood, province: "45"),
    AgeGroupBounds(
      broadleaves, .natural, [30, 50, 60, 80], guangxiPractice, sheltering, province: "45"),
    AgeGroupBounds(
      broadleaves, .planted, [20, 40, 50, 70], guangxiPractice, sheltering, province: "45"),
    AgeGroupBounds(
      broadleaves, .natural, [20, 30, 40, 60], guangxiPractice, timber, province: "45"),
    AgeGroupBounds(
      broadleaves, .planted, [10, 20, 30, 50], guangxiPractice, timberAndEconomic, province: "45"),
    AgeGroupBounds(
      broadleaves, .natural, [10, 20, 30, 50], guangxiPractice, fuelwood, province: "45"),
    AgeGroupBounds(
      broadleaves, .planted, [10, 15, 20, 30], guangxiPractice, fuelwood, province: "45"),
  ]
}
