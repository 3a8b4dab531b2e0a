// Factor codes of HJ 212-2017 annex B with the codes that HJ/T 212-2005 used for the same thing. Read from two public
// transcriptions of the annex that agree; the standard itself was not at hand, so this is a working list of what county
// stations send, not the whole annex. A code that is not here is kept, only without name and unit.
//
// Where the transcriptions give a unit no instrument reports (ng/m³ for dust, ammonia and methane, an OCR slip for µg or
// mg), the unit is left open and the register of points decides.

import type { Label } from '../protocol.ts';

export interface Pollutant {
  /** Code of 2017. */
  code: string;
  label: Label;
  /** Unit of concentration or value; null when dimensionless or open. */
  unit: string | null;
}

type Row = readonly [
  code: string,
  code2005: string | null,
  zh: string,
  en: string,
  unit: string | null,
  /** Unit of the 2005 code where it differs: that edition gave concentrations in mg/L and mg/m³ throughout. */
  unit2005?: string | null,
];

const rows: readonly Row[] = [
  // Water
  ['w00000', 'B01', '污水流量', 'Sewage flow', 'L/s'],
  ['w01001', '001', 'pH 值', 'pH', null],
  ['w01002', '002', '色度', 'Colour', '°'],
  ['w01006', null, '溶解性总固体', 'Total dissolved solids', 'mg/L'],
  ['w01009', null, '溶解氧', 'Dissolved oxygen', 'mg/L'],
  ['w01010', null, '水温', 'Water temperature', '°C'],
  ['w01012', '003', '悬浮物', 'Suspended solids', 'mg/L'],
  ['w01014', null, '电导率', 'Conductivity', 'µS/cm'],
  ['w01017', '010', '五日生化需氧量', 'Biochemical oxygen demand (5 days)', 'mg/L'],
  ['w01018', '011', '化学需氧量', 'Chemical oxygen demand', 'mg/L'],
  ['w01019', null, '高锰酸盐指数', 'Permanganate index', 'mg/L'],
  ['w01020', '015', '总有机碳', 'Total organic carbon', 'mg/L'],
  ['w02003', '550', '粪大肠菌群', 'Faecal coliforms', '1/L'],
  ['w02006', null, '细菌总数', 'Total bacteria', '1/L'],
  ['w03001', '570', '总α放射性', 'Total alpha activity', 'Bq/L'],
  ['w03002', '571', '总β放射性', 'Total beta activity', 'Bq/L'],
  ['w19001', null, '表面活性剂', 'Surfactants', 'mg/L'],
  ['w19002', '520', '阴离子表面活性剂', 'Anionic surfactants', 'mg/L'],
  ['w20012', '039', '钡', 'Barium', 'mg/L'],
  ['w20023', '037', '硼', 'Boron', 'mg/L'],
  ['w20038', '040', '钴', 'Cobalt', 'mg/L'],
  ['w20061', '038', '钼', 'Molybdenum', 'mg/L'],
  ['w20089', '041', '铊', 'Thallium', 'ng/L', 'mg/L'],
  ['w20092', '036', '锡', 'Tin', 'mg/L'],
  ['w20111', '020', '总汞', 'Total mercury', 'µg/L', 'mg/L'],
  ['w20113', '021', '烷基汞', 'Alkyl mercury', 'ng/L', 'mg/L'],
  ['w20115', '022', '总镉', 'Total cadmium', 'µg/L', 'mg/L'],
  ['w20116', '023', '总铬', 'Total chromium', 'mg/L'],
  ['w20117', '024', '六价铬', 'Hexavalent chromium', 'µg/L', 'mg/L'],
  ['w20119', '026', '总砷', 'Total arsenic', 'µg/L', 'mg/L'],
  ['w20120', '027', '总铅', 'Total lead', 'µg/L', 'mg/L'],
  ['w20121', '028', '总镍', 'Total nickel', 'mg/L'],
  ['w20122', '029', '总铜', 'Total copper', 'mg/L'],
  ['w20123', '030', '总锌', 'Total zinc', 'mg/L'],
  ['w20124', '031', '总锰', 'Total manganese', 'mg/L'],
  ['w20125', '032', '总铁', 'Total iron', 'mg/L'],
  ['w20126', '033', '总银', 'Total silver', 'mg/L'],
  ['w20127', '034', '总铍', 'Total beryllium', 'µg/L', 'mg/L'],
  ['w20128', '035', '总硒', 'Total selenium', 'µg/L', 'mg/L'],
  ['w21001', '065', '总氮', 'Total nitrogen', 'mg/L'],
  ['w21003', '060', '氨氮', 'Ammonia nitrogen', 'mg/L'],
  ['w21004', '062', '凯氏氮', 'Kjeldahl nitrogen', 'mg/L'],
  ['w21006', '063', '亚硝酸盐', 'Nitrite', 'mg/L'],
  ['w21007', '064', '硝酸盐', 'Nitrate', 'mg/L'],
  ['w21011', '101', '总磷', 'Total phosphorus', 'mg/L'],
  ['w21016', '070', '氰化物', 'Cyanide', 'mg/L'],
  ['w21017', '072', '氟化物', 'Fluoride', 'mg/L'],
  ['w21019', '071', '硫化物', 'Sulphide', 'mg/L'],
  ['w21022', '090', '氯化物', 'Chloride', 'mg/L'],
  ['w21038', null, '硫酸盐', 'Sulphate', 'mg/L'],
  ['w22001', '080', '石油类', 'Petroleum', 'mg/L'],
  ['w23002', '110', '挥发酚', 'Volatile phenols', 'mg/L'],
  ['w25043', '540', '苯并[a]芘', 'Benzo[a]pyrene', 'µg/L', null],
  ['w33001', '350', '六六六', 'Hexachlorocyclohexane', 'ng/L', null],
  ['w33007', '351', '滴滴涕', 'DDT', 'ng/L', null],
  ['w99001', '061', '有机氮', 'Organic nitrogen', 'mg/L'],
  // Air and flue gas
  ['a00000', 'B02', '废气流量', 'Exhaust gas flow', 'm³/s'],
  ['a01001', null, '气温', 'Air temperature', '°C'],
  ['a01002', null, '湿度', 'Humidity', '%'],
  ['a01006', null, '气压', 'Air pressure', 'kPa'],
  ['a01007', null, '风速', 'Wind speed', 'm/s'],
  ['a01008', null, '风向', 'Wind direction', '°'],
  ['a01010', '37', '林格曼黑度', 'Ringelmann blackness', null],
  ['a01011', 'S02', '烟气流速', 'Flue-gas velocity', 'm/s'],
  ['a01012', 'S03', '烟气温度', 'Flue-gas temperature', '°C'],
  ['a01013', 'S08', '烟气压力', 'Flue-gas pressure', 'kPa'],
  ['a01014', 'S05', '烟气湿度', 'Flue-gas humidity', '%'],
  ['a01015', 'S06', '制冷温度', 'Cooler temperature', '°C'],
  ['a01016', 'S07', '烟道截面积', 'Duct cross-section', 'm²'],
  ['a01017', 'S04', '烟气动压', 'Flue-gas dynamic pressure', 'kPa'],
  ['a01901', null, '炉膛焚烧平均温度', 'Mean furnace temperature', '°C'],
  ['a01902', null, '炉膛 DCS 温度', 'Furnace temperature (DCS)', '°C'],
  ['a05001', '30', '二氧化碳', 'Carbon dioxide', 'mg/m³'],
  ['a05002', null, '甲烷', 'Methane', null],
  // The annex transcriptions lack ozone; a05024 is its code in HJ 524 and in practice.
  ['a05024', null, '臭氧', 'Ozone', null],
  ['a19001', 'S01', '氧气含量', 'Oxygen content', '%'],
  ['a20016', '36', '铍及其化合物', 'Beryllium compounds', 'mg/m³'],
  ['a20025', '33', '镉及其化合物', 'Cadmium compounds', 'mg/m³'],
  ['a20043', '32', '铅及其化合物', 'Lead compounds', 'mg/m³'],
  ['a20057', '31', '汞及其化合物', 'Mercury compounds', 'mg/m³'],
  ['a20063', '35', '镍及其化合物', 'Nickel compounds', 'mg/m³'],
  ['a20091', '34', '锡及其化合物', 'Tin compounds', 'mg/m³'],
  ['a21001', '10', '氨', 'Ammonia', null, 'mg/m³'],
  ['a21002', '03', '氮氧化物', 'Nitrogen oxides', 'mg/m³'],
  ['a21003', null, '一氧化氮', 'Nitric oxide', 'mg/m³'],
  ['a21004', null, '二氧化氮', 'Nitrogen dioxide', 'mg/m³'],
  ['a21005', '04', '一氧化碳', 'Carbon monoxide', 'mg/m³'],
  ['a21017', '07', '氰化物', 'Cyanide', 'mg/m³'],
  ['a21018', '06', '氟化物', 'Fluoride', 'mg/m³'],
  ['a21022', '11', '氯气', 'Chlorine', 'mg/m³'],
  ['a21024', '08', '氯化氢', 'Hydrogen chloride', 'mg/m³'],
  ['a21026', '02', '二氧化硫', 'Sulphur dioxide', 'mg/m³'],
  ['a21028', '05', '硫化氢', 'Hydrogen sulphide', 'mg/m³'],
  ['a23001', '27', '酚类', 'Phenols', 'mg/m³'],
  ['a24046', '29', '氯乙烯', 'Vinyl chloride', 'mg/m³'],
  ['a24087', '25', '碳氢化合物', 'Hydrocarbons', 'mg/m³'],
  ['a24088', null, '非甲烷总烃', 'Non-methane hydrocarbons', 'mg/m³'],
  ['a25002', null, '苯', 'Benzene', 'mg/m³'],
  ['a25003', '17', '甲苯', 'Toluene', 'mg/m³'],
  ['a25004', null, '乙苯', 'Ethylbenzene', 'mg/m³'],
  ['a25005', '18', '二甲苯', 'Xylene', 'mg/m³'],
  ['a25010', '23', '氯苯', 'Chlorobenzene', 'mg/m³'],
  ['a25023', '22', '硝基苯', 'Nitrobenzene', 'mg/m³'],
  ['a25038', null, '苯乙烯', 'Styrene', 'mg/m³'],
  ['a25044', '20', '苯并[a]芘', 'Benzo[a]pyrene', 'mg/m³'],
  ['a26001', '21', '苯胺类', 'Anilines', 'mg/m³'],
  ['a30001', '28', '甲醇', 'Methanol', 'mg/m³'],
  ['a30022', '13', '硫醇', 'Mercaptans', 'mg/m³'],
  ['a31001', '19', '甲醛', 'Formaldehyde', 'mg/m³'],
  ['a31002', '26', '乙醛', 'Acetaldehyde', 'mg/m³'],
  ['a34001', null, '总悬浮颗粒物 TSP', 'Total suspended particles', null],
  ['a34002', null, '可吸入颗粒物 PM10', 'PM10', null],
  ['a34004', null, '细颗粒物 PM2.5', 'PM2.5', null],
  ['a34005', null, '亚微米颗粒物 PM1.0', 'PM1.0', null],
  ['a34011', null, '降尘', 'Dustfall', 't/(km²·month)'],
  ['a34013', '01', '烟尘', 'Soot', 'mg/m³'],
  ['a34038', '09', '沥青烟', 'Bitumen smoke', 'mg/m³'],
  ['a34039', '14', '硫酸雾', 'Sulphuric acid mist', 'mg/m³'],
  ['a34040', '15', '铬酸雾', 'Chromic acid mist', 'mg/m³'],
  ['a99010', null, '丙烯腈', 'Acrylonitrile', 'mg/m³'],
  ['a99049', '24', '光气', 'Phosgene', 'mg/m³'],
  ['a99051', '12', '二硫化碳', 'Carbon disulphide', 'mg/m³'],
  // Noise
  ['LA', null, 'A 声级', 'A-weighted sound level', 'dB'],
  ['L5', null, '累计百分声级 L5', 'Percentile level L5', 'dB'],
  ['L10', null, '累计百分声级 L10', 'Percentile level L10', 'dB'],
  ['L50', null, '累计百分声级 L50', 'Percentile level L50', 'dB'],
  ['L90', null, '累计百分声级 L90', 'Percentile level L90', 'dB'],
  ['L95', null, '累计百分声级 L95', 'Percentile level L95', 'dB'],
  ['Leq', null, '等效声级', 'Equivalent level', 'dB'],
  ['Ldn', null, '昼夜等效声级', 'Day-night level', 'dB'],
  ['Ld', null, '昼间等效声级', 'Day level', 'dB'],
  ['Ln', null, '夜间等效声级', 'Night level', 'dB'],
  ['LMx', null, '最大瞬时声级', 'Highest level', 'dB'],
  ['LMn', null, '最小瞬时声级', 'Lowest level', 'dB'],
];

/** By the code a device sends, new or old; an old code leads to the name of the new one, with the unit of its time. */
export const pollutants: ReadonlyMap<string, Pollutant> = new Map(
  rows.flatMap(([code, code2005, zh, en, unit, unit2005 = unit]): [string, Pollutant][] => {
    const label = { zh, en };
    const current: [string, Pollutant] = [code, { code, label, unit }];
    return code2005 === null ? [current] : [current, [code2005, { code, label, unit: unit2005 }]];
  }),
);
