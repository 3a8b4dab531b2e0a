// From which fine on a party may ask for a hearing (较大数额罚款, 行政处罚法 第六十三条). The province sets the figure; these
// are the ones of the ministry's older order and stay unverified until the county enters its own.

export const largeFine = {
  personYuan: 20_000,
  organisationYuan: 50_000,
  standard: '安全生产违法行为行政处罚办法（原总局令第77号）',
  clause: '第三十三条',
  jurisdiction: '全国，省可另定',
  source: 'from memory of the order before 2026; the figure of order 18 and of the province was not read',
  verified: false,
} as const;
