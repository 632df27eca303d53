/// A workbook of plain text cells, as people fill them in by hand.
enum PlainWorkbook {
  static func parts(_ cells: [[String]], sheet: String) -> [(path: String, bytes: [UInt8])] {
    let office = "http://schemas.openxmlformats.org"
    let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#
    let main = "\(office)/spreadsheetml/2006/main"
    let relations = "\(office)/officeDocument/2006/relationships"
    let package = "\(office)/package/2006"
    let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let content =
      #"<Types xmlns="\#(package)/content-types">"#
      + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
      + #"<Override PartName="/xl/workbook.xml" ContentType="\#(types).sheet.main+xml"/>"#
      + #"<Override PartName="/xl/worksheets/sheet1.xml" ContentType="\#(types).worksheet+xml"/></Types>"#
    let root =
      #"<Relationships xmlns="\#(package)/relationships">"#
      + #"<Relationship Id="rId1" Type="\#(relations)/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    let book =
      #"<workbook xmlns="\#(main)" xmlns:r="\#(relations)"><sheets>"#
      + #"<sheet name="\#(escaped(sheet))" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    let bookRelations =
      #"<Relationships xmlns="\#(package)/relationships">"#
      + #"<Relationship Id="rId1" Type="\#(relations)/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
    let rows = cells.enumerated().map { number, row in
      let inner = row.enumerated().filter { !$0.element.isEmpty }.map { column, text in
        #"<c r="\#(letters(column))\#(number + 1)" t="inlineStr"><is><t xml:space="preserve">"#
          + escaped(text) + "</t></is></c>"
      }
      return #"<row r="\#(number + 1)">"# + inner.joined() + "</row>"
    }
    let data =
      #"<worksheet xmlns="\#(main)"><sheetData>"# + rows.joined() + "</sheetData></worksheet>"
    return [
      ("[Content_Types].xml", content), ("_rels/.rels", root), ("xl/workbook.xml", book),
      ("xl/_rels/workbook.xml.rels", bookRelations), ("xl/worksheets/sheet1.xml", data),
    ].map { (path: $0.0, bytes: Array((head + $0.1).utf8)) }
  }

  private static func letters(_ column: Int) -> String {
    var number = column + 1
    var name = ""
    while number > 0 {
      let digit = (number - 1) % 26
      name = String(UnicodeScalar(UInt8(65 + digit))) + name
      number = (number - 1 - digit) / 26
    }
    return name
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
