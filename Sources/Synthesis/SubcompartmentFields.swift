/// The 小班 table of a provincial 二调 in national codes; names, order and widths as publicly seen.
enum SubcompartmentFields {
  static let all: [SyntheticField] = [
    .init("SHENG", .text, 2), .init("SHI", .text, 4), .init("XIAN", .text, 6),
    .init("XIANG", .text, 9), .init("CUN", .text, 12), .init("LIN_YE_JU", .text, 6),
    .init("LIN_CHANG", .text, 9), .init("LIN_BAN", .text, 4), .init("XIAO_BAN", .text, 5),
    .init("XI_BAN", .text, 10), .init("MIAN_JI", .real, 18, 2), .init("DI_LEI", .text, 4),
    .init("DI_MAO", .text, 1), .init("PO_XIANG", .text, 1), .init("PO_WEI", .text, 1),
    .init("PO_DU", .text, 2), .init("KE_JI_DU", .text, 1), .init("TU_RANG_LX", .text, 3),
    .init("TU_CENG_HD", .integer, 3), .init("LD_QS", .text, 2), .init("TDJYQ", .text, 2),
    .init("LMSYQ", .text, 2), .init("LMJYQ", .text, 2), .init("LIN_ZHONG", .text, 3),
    .init("SEN_LIN_LB", .text, 3), .init("SHI_QUAN_D", .text, 2), .init("GJGYL_BHDJ", .text, 1),
    .init("QI_YUAN", .text, 2), .init("LING_ZU", .text, 1), .init("YU_BI_DU", .real, 6, 2),
    .init("YOU_SHI_SZ", .text, 6), .init("BSSZ", .text, 6), .init("PINGJUN_NL", .integer, 4),
    .init("PINGJUN_XJ", .real, 6, 1), .init("PINGJUN_SG", .real, 6, 1),
    .init("HUO_LMGQXJ", .real, 12, 2), .init("ZXJ", .integer, 9), .init("BSSZXJ", .integer, 9),
    .init("MEI_GQ_ZS", .integer, 6), .init("ZLND", .integer, 4), .init("TD_TH_LX", .text, 1),
    .init("DISPE", .text, 2), .init("DISASTER_C", .text, 1), .init("STQW", .text, 4),
    .init("BHYY", .text, 2), .init("BHND", .text, 4), .init("ZL_DJ", .text, 1),
    .init("BH_DJ", .text, 1), .init("QYKZ", .text, 1), .init("REMARKS", .text, 30),
  ]
}
