/// The files inside an Excel workbook (ECMA-376, transitional), in the order in which they should be
/// stored. Another module puts them into an archive; the same tables always give the same bytes.
///
/// A file is made when it is asked for, so that the sheets of a large workbook need not be there all
/// at once, and may be made by several threads.
///
/// Every sheet has its title, notices in red, a filled header row under which the view is frozen,
/// numbers as numbers with thousands separators, codes as text, a total row, footnotes, and prints
/// on A4 landscape, fitted to the width, with the header on every page.
public struct WorkbookParts: Sendable {
  private let worksheets: [Worksheet]
  private let layouts: [SheetLayout]
  private let names: [String]
  private let styles: StyleSheet

  /// A workbook has at least one sheet; an empty list gives one empty sheet.
  public init(worksheets: [Worksheet]) {
    let isEmpty = worksheets.isEmpty
    self.worksheets =
      isEmpty
      ? [Worksheet(name: "", table: ReportTable(title: "", columns: []))] : worksheets
    names = SheetName.unique(self.worksheets.map(\.name))
    var styles = StyleSheet()
    layouts = self.worksheets.map { SheetLayout($0, styles: &styles) }
    self.styles = styles
  }

  /// Those that the sheets stand behind.
  private static let firstSheet = 5

  private func part(_ position: Int) -> WorkbookPart {
    switch position {
    case 0:
      return WorkbookPart(
        path: "[Content_Types].xml", text: contentTypes(count: worksheets.count))
    case 1: return WorkbookPart(path: "_rels/.rels", text: Self.packageRelationships)
    case 2:
      return WorkbookPart(
        path: "xl/workbook.xml", text: workbook(names: names, areas: layouts.map(\.areas)))
    case 3:
      return WorkbookPart(
        path: "xl/_rels/workbook.xml.rels", text: workbookRelationships(count: worksheets.count))
    case 4: return WorkbookPart(path: "xl/styles.xml", text: styles.xml)
    default:
      let sheet = position - Self.firstSheet
      return WorkbookPart(
        path: "xl/worksheets/sheet\(sheet + 1).xml",
        bytes: SheetWriter.write(worksheets[sheet], layouts[sheet], isFirst: sheet == 0))
    }
  }

  static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
  private static let officeDocument =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let mainType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml"

  private static let packageRelationships =
    declaration + #"<Relationships xmlns="\#(package)/relationships"><Relationship Id="rId1" "#
    + #"Type="\#(officeDocument)/officeDocument" Target="xl/workbook.xml"/></Relationships>"# + "\n"

  private func contentTypes(count: Int) -> String {
    var xml = Self.declaration + #"<Types xmlns="\#(Self.package)/content-types">"#
    xml += #"<Default Extension="rels" "#
    xml += #"ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
    xml += #"<Default Extension="xml" ContentType="application/xml"/>"#
    func part(_ path: String, _ type: String) -> String {
      #"<Override PartName="/xl/\#(path)" ContentType="\#(Self.mainType).\#(type)+xml"/>"#
    }
    xml += part("workbook.xml", "sheet.main") + part("styles.xml", "styles")
    for number in 1...count { xml += part("worksheets/sheet\(number).xml", "worksheet") }
    return xml + "</Types>\n"
  }

  private func workbookRelationships(count: Int) -> String {
    var xml = Self.declaration + #"<Relationships xmlns="\#(Self.package)/relationships">"#
    for number in 1...count {
      xml += #"<Relationship Id="rId\#(number)" Type="\#(Self.officeDocument)/worksheet" "#
      xml += #"Target="worksheets/sheet\#(number).xml"/>"#
    }
    xml += #"<Relationship Id="rId\#(count + 1)" Type="\#(Self.officeDocument)/styles" "#
    return xml + #"Target="styles.xml"/></Relationships>"# + "\n"
  }

  private func workbook(names: [String], areas: [SheetAreas]) -> String {
    var xml = Self.declaration
    xml += #"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" "#
    xml += #"xmlns:r="\#(Self.officeDocument)"><bookViews><workbookView activeTab="0"/>"#
    xml += "</bookViews><sheets>"
    for (index, name) in names.enumerated() {
      xml += #"<sheet name="\#(MarkupText.escape(name))" sheetId="\#(index + 1)" "#
      xml += #"r:id="rId\#(index + 1)"/>"#
    }
    xml += "</sheets>"
    var defined = ""
    for (index, area) in areas.enumerated() {
      // A sheet's name in a formula is quoted, its apostrophes doubled.
      var quoted = "'"
      for character in names[index] { quoted += character == "'" ? "''" : String(character) }
      quoted = MarkupText.escape(quoted + "'")
      if let filter = area.filter {
        defined += #"<definedName name="_xlnm._FilterDatabase" localSheetId="\#(index)" "#
        defined += #"hidden="1">\#(quoted)!\#(filter.absolute)</definedName>"#
      }
      if let row = area.headerRow {
        defined += #"<definedName name="_xlnm.Print_Titles" localSheetId="\#(index)">"#
        defined += "\(quoted)!$\(row):$\(row)</definedName>"
      }
    }
    if !defined.isEmpty { xml += "<definedNames>\(defined)</definedNames>" }
    return xml + "</workbook>\n"
  }
}

extension WorkbookParts: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { Self.firstSheet + worksheets.count }
  public subscript(position: Int) -> WorkbookPart { part(position) }
}
