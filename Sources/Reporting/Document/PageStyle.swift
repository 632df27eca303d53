/// The one style sheet of all HTML reports.
enum PageStyle {
  /// Printed pages are numbered and carry `banner` at their foot, so that a page on its own still
  /// says what it is.
  static func printedPage(banner: String?) -> String {
    "@page{@bottom-left{content:\"\(escape(banner ?? ""))\";\(margin)}"
      + "@bottom-right{content:counter(page) \" / \" counter(pages);\(margin)}}"
  }

  private static let margin =
    "font:8pt \"Noto Sans CJK SC\",\"Microsoft YaHei\",sans-serif;color:\(Palette.secondary)"

  /// The inside of a quoted CSS string; whatever could end it, or the element around it, becomes a
  /// numeric escape.
  private static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      let isPlain = scalar.value >= 0x20 && !"\"\\<>&".unicodeScalars.contains(scalar)
      escaped += isPlain ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
    }
    return escaped
  }

  static let text = """
    *{box-sizing:border-box}
    html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    body{margin:0;background:#f4f6f3;color:\(Palette.ink);font:14px/1.7 "Noto Sans CJK SC",\
    "Microsoft YaHei",sans-serif;font-variant-numeric:tabular-nums}
    main{max-width:1100px;margin:0 auto;background:#fff;padding:0 60px 56px;border-top:6px solid \
    \(Palette.deepGreen)}
    p{margin:0 0 10px}
    .cover{padding:52px 0 26px}
    .kicker{color:\(Palette.green);font-weight:600;letter-spacing:.12em;margin:0 0 10px;\
    font-size:13px}
    h1{font-size:32px;line-height:1.3;margin:0;color:\(Palette.deepGreen);font-weight:700}
    .subtitle{font-size:16px;color:\(Palette.secondary);margin:10px 0 0}
    .facts{display:grid;grid-template-columns:repeat(4,1fr);gap:18px 28px;margin:32px 0 0;\
    border-top:1px solid \(Palette.line);padding-top:20px}
    dl,dd{margin:0}
    dt{color:\(Palette.secondary);font-size:12px}
    dd{overflow-wrap:anywhere}
    .banner{background:#fdf3e2;border-left:4px solid \(Palette.accent);padding:12px 18px;margin:0;\
    font-weight:600;color:#7a4a0c}
    .banner.warning{background:#fbe9e4;border-color:#b3432b;color:#7c2413;margin-top:8px}
    section{margin-top:52px}
    h2{font-size:21px;line-height:1.4;margin:0 0 18px;color:\(Palette.deepGreen);\
    border-bottom:1px solid \(Palette.line);padding-bottom:10px;break-after:avoid}
    h3{font-size:15px;margin:26px 0 8px;break-after:avoid}
    .note{background:#f3f7f3;border-left:3px solid \(Palette.lightGreen);padding:9px 14px;\
    margin:14px 0}
    .cards{display:grid;grid-template-columns:repeat(4,1fr);gap:16px;margin:0 0 22px}
    .card{border:1px solid \(Palette.line);border-radius:6px;padding:16px 18px;break-inside:avoid}
    .card p{margin:0}
    .card .name{color:\(Palette.secondary);font-size:13px}
    .card .value{font-size:29px;line-height:1.35;font-weight:700;color:\(Palette.deepGreen);\
    white-space:nowrap}
    .card .unit{font-size:12.5px;font-weight:400;color:\(Palette.secondary);margin-left:6px}
    .card .more{font-size:12px;color:\(Palette.secondary);line-height:1.55;margin-top:3px}
    .progress{background:#e6ece7;height:5px;border-radius:3px;margin:7px 0 6px!important}
    .progress span{display:block;height:5px;border-radius:3px;background:\(Palette.accent)}
    .table{margin:0 0 22px}
    table{border-collapse:collapse;width:100%;font-size:13px;line-height:1.5}
    thead{display:table-header-group}
    th{text-align:left;font-weight:600;vertical-align:bottom;padding:8px 9px;\
    border-bottom:1.5px solid \(Palette.deepGreen);color:\(Palette.deepGreen);white-space:nowrap}
    th .unit{display:block;font-weight:400;font-size:11px;color:\(Palette.secondary);\
    white-space:normal}
    td{padding:7px 9px;border-bottom:1px solid #e9eeea;vertical-align:top;overflow-wrap:anywhere}
    th.num,td.num{text-align:right;white-space:nowrap}
    th.mid,td.mid{text-align:center;white-space:nowrap}
    td .sub{display:block;color:\(Palette.secondary);font-size:11.5px}
    td.missing{color:\(Palette.secondary)}
    td.keep,td.keep .sub{white-space:nowrap}
    tr{break-inside:avoid}
    tr.group td{background:#eef4ef;font-weight:600;color:\(Palette.deepGreen);padding:6px 9px}
    tr.cut td{border-bottom:0;border-top:2px dashed \(Palette.accent);color:#7a4a0c;\
    font-size:12px;padding:5px 9px}
    .total td{border-top:1.5px solid \(Palette.deepGreen);border-bottom:0;font-weight:700;\
    background:#f6f8f5}
    .small{font-size:12px;color:\(Palette.secondary);margin:7px 0 0}
    .notice{color:#a03a12;font-weight:600}
    .rank{display:inline-block;min-width:24px;height:24px;line-height:24px;border-radius:12px;\
    text-align:center;background:#e8f0ea;color:\(Palette.deepGreen);font-weight:600;font-size:12px}
    .pill{display:inline-block;border-radius:11px;padding:0 10px;line-height:22px;font-size:12px;\
    white-space:nowrap}
    tbody.total{break-before:avoid}
    .pill.good{background:\(Palette.deepGreen);color:#fff}
    .pill.pending{background:#fbe7c8;color:#6f430a}
    .pill.poor{background:#e4e8e5;color:#4d5852}
    .pill.neutral{background:#eef1ec;color:\(Palette.secondary)}
    figure{margin:0 0 26px;break-inside:avoid}
    figure svg{display:block;max-width:100%;height:auto}
    figcaption{font-size:12px;color:\(Palette.secondary);margin-top:8px}
    .detail{border-top:1px solid \(Palette.line);padding:16px 0 18px;break-inside:avoid}
    .detail:first-of-type{border-top:0;padding-top:0}
    .detail .top{display:flex;align-items:center;gap:10px}
    .detail h3{margin:0;font-size:16px}
    .badge{min-width:28px;height:28px;line-height:28px;border-radius:14px;text-align:center;\
    background:\(Palette.deepGreen);color:#fff;font-weight:600;font-size:13px;padding:0 6px}
    .where{color:\(Palette.secondary);font-size:12.5px;flex:1}
    .row{display:grid;grid-template-columns:1.75fr .85fr .8fr 1fr 1.35fr;gap:8px 16px;\
    margin:12px 0 0 38px}
    .row dd{font-weight:600;font-size:13px}
    .lists{columns:2;column-gap:32px;margin:12px 0 0 38px}
    .lists>div{break-inside:avoid;margin-bottom:8px}
    h4{margin:0;font-size:12.5px;color:\(Palette.green)}
    ul{margin:2px 0 0;padding-left:18px}
    li{font-size:13px;line-height:1.6}
    li::marker{color:\(Palette.accent)}
    code{font:12px/1.5 ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
    footer{margin-top:48px;border-top:1px solid \(Palette.line);padding-top:14px;font-size:12px;\
    color:\(Palette.secondary)}
    footer p{margin:0}
    @media screen and (max-width:820px){main{padding:0 18px 40px}.facts,.cards{\
    grid-template-columns:1fr 1fr}.row{grid-template-columns:1fr 1fr}.row,.lists{margin-left:0}\
    .lists{columns:1}.table{overflow-x:auto}}
    @page{size:A4;margin:14mm 13mm 15mm}
    @media print{body{background:#fff;font-size:10.5pt}main{max-width:none;padding:0;border-top:0}\
    .cover{padding:0 0 16px}.facts{margin-top:18px}section{margin-top:24px}h1{font-size:22pt}footer{margin-top:18px}.small{margin:3px 0 0;line-height:1.5}\
    table{font-size:8.5pt;line-height:1.32}th,td{padding:3px 5px 2.5px}td .sub,th .unit,.small{font-size:7.6pt}\
    .card{padding:11px 12px}.card .value{font-size:17pt}.cards{gap:10px}li{font-size:8.6pt;\
    line-height:1.45}.detail{padding:8px 0 9px}.detail h3{font-size:11.5pt}.row,.lists{margin-top:6px}\
    .row dd{font-size:8.8pt}h4,.row dt{font-size:8pt}.pill,.rank{line-height:1.5;height:auto}}
    """
}
