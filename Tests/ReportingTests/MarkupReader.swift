import Foundation
import FoundationXML

/// Reads XML with Foundation and keeps what tests ask about.
final class MarkupReader: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  /// Text of each element that has no elements inside, in order.
  private(set) var texts: [(name: String, text: String)] = []
  private var text = ""

  init(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func count(_ name: String) -> Int { elements.count { $0.name == name } }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append((name, attributes))
    text = ""
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    texts.append((name, text))
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
