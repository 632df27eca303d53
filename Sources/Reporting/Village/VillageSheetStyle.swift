/// The look of the stampable sheets: a black-ruled form on A4 landscape.
enum VillageSheetStyle {
  static let text = """
    *{box-sizing:border-box}
    @page{size:A4 landscape;margin:12mm 10mm 13mm;@bottom-right{content:"第 " counter(page) " 页 \
    共 " counter(pages) " 页";font:8pt "Noto Sans CJK SC","SimSun",sans-serif}}
    body{margin:0;color:#000;background:#e9ebe9;font:7.6pt/1.25 "Noto Sans CJK SC","SimSun",\
    "Microsoft YaHei",sans-serif;font-variant-numeric:tabular-nums}
    .sheet{background:#fff;width:277mm;margin:6mm auto;padding:6mm;break-after:page}
    .sheet:last-child{break-after:auto}
    h1{font:700 15pt/1.3 "Noto Serif CJK SC","SimSun",serif;text-align:center;margin:0 0 3mm;\
    letter-spacing:.12em}
    table{border-collapse:collapse;width:100%}
    thead{display:table-header-group}
    tr{break-inside:avoid}
    th,td{border:.5pt solid #000;padding:.75mm .7mm;text-align:center;vertical-align:middle}
    th{font-weight:600;line-height:1.25}
    th small{display:block;font-weight:400;font-size:6.6pt}
    td.n{text-align:right;white-space:nowrap}
    td.l{text-align:left;font-size:6.8pt}
    tr.head th{border:0;text-align:left;font-weight:400;padding:0 0 1.5mm;white-space:nowrap}
    tr.head .line{display:flex;justify-content:space-between;gap:8mm}
    tr.edition .line{font-size:7.2pt;color:#333}
    tr.sum td{font-weight:700;border-top:1pt solid #000}
    tr.part td{color:#222}
    tbody.end{break-inside:avoid}
    tr.foot>td{border:0;border-top:1pt solid #000;padding:3mm 0 0;text-align:left}
    .note{font-size:7.2pt;color:#333;margin:0 0 3mm}
    .sign{display:grid;grid-template-columns:1fr 1fr 1fr 62mm;gap:0;border:.8pt solid #000}
    .sign>div{border-right:.5pt solid #000;padding:2mm 3mm;min-height:30mm;display:flex;\
    flex-direction:column;justify-content:space-between}
    .sign>div:last-child{border-right:0;text-align:center;align-items:center}
    .sign p{margin:0}
    .date{text-align:right}
    .stamp{color:#777;font-size:11pt;letter-spacing:.4em;margin:auto!important;padding-left:.4em}
    .sources td{text-align:left}
    .sources code{font:8pt ui-monospace,Consolas,monospace}
    @media print{body{background:#fff}.sheet{width:auto;margin:0;padding:0}}
    """
}
