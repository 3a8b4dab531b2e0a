import type { Label } from '../field.ts';

// GB 18218-2018 (in force from 2019-03-01) as data: tables 1 to 5. Read in third-party transcriptions, with names of table 1
// repaired by CAS number; the printed standard itself has not been read, so every row is marked as reported.

export const standard = {
  id: 'GB 18218-2018',
  from: '2019-03-01',
  source: 'GB 18218-2018, third-party transcriptions compared with each other; the printed standard has not been read',
  verified: false,
} as const;

/** Table 1: a chemical by name with its threshold in tonnes. */
export interface Named {
  readonly no: number;
  readonly name: Label;
  readonly cas: string | null;
  readonly tonnes: number;
}

const row = (no: number, zh: string, en: string, cas: string | null, tonnes: number): Named => ({ no, name: { zh, en }, cas, tonnes });

export const named: readonly Named[] = [
  row(1, '氨', 'Ammonia', '7664-41-7', 10),
  row(2, '二氟化氧', 'Oxygen difluoride', '7783-41-7', 1),
  row(3, '二氧化氮', 'Nitrogen dioxide', '10102-44-0', 1),
  row(4, '二氧化硫', 'Sulfur dioxide', '7446-09-5', 20),
  row(5, '氟', 'Fluorine', '7782-41-4', 1),
  row(6, '碳酰氯', 'Phosgene', '75-44-5', 0.3),
  row(7, '环氧乙烷', 'Ethylene oxide', '75-21-8', 10),
  row(8, '甲醛（含量＞90%）', 'Formaldehyde (> 90 %)', '50-00-0', 5),
  row(9, '磷化氢', 'Phosphine', '7803-51-2', 1),
  row(10, '硫化氢', 'Hydrogen sulfide', '7783-06-4', 5),
  row(11, '氯化氢（无水）', 'Hydrogen chloride (anhydrous)', '7647-01-0', 20),
  row(12, '氯', 'Chlorine', '7782-50-5', 5),
  row(13, '煤气（CO，CO 与 H₂、CH₄ 的混合物）', 'Town gas (CO, with H₂ and CH₄)', null, 20),
  row(14, '砷化氢', 'Arsine', '7784-42-1', 1),
  row(15, '锑化氢', 'Stibine', '7803-52-3', 1),
  row(16, '硒化氢', 'Hydrogen selenide', '7783-07-5', 1),
  row(17, '溴甲烷', 'Methyl bromide', '74-83-9', 10),
  row(18, '丙酮氰醇', 'Acetone cyanohydrin', '75-86-5', 20),
  row(19, '丙烯醛', 'Acrolein', '107-02-8', 20),
  row(20, '氟化氢', 'Hydrogen fluoride', '7664-39-3', 1),
  row(21, '环氧氯丙烷', 'Epichlorohydrin', '106-89-8', 20),
  row(22, '环氧溴丙烷', 'Epibromohydrin', '3132-64-7', 20),
  row(23, '甲苯二异氰酸酯', 'Toluene diisocyanate', '26471-62-5', 100),
  row(24, '一氯化硫', 'Sulfur monochloride', '10025-67-9', 1),
  row(25, '氰化氢', 'Hydrogen cyanide', '74-90-8', 1),
  row(26, '三氧化硫', 'Sulfur trioxide', '7446-11-9', 75),
  row(27, '3-氨基丙烯', 'Allylamine', '107-11-9', 20),
  row(28, '溴', 'Bromine', '7726-95-6', 20),
  row(29, '乙撑亚胺', 'Ethyleneimine', '151-56-4', 20),
  row(30, '异氰酸甲酯', 'Methyl isocyanate', '624-83-9', 0.75),
  row(31, '叠氮化钡', 'Barium azide', '18810-58-7', 0.5),
  row(32, '叠氮化铅', 'Lead azide', '13424-46-9', 0.5),
  row(33, '雷汞', 'Mercury fulminate', '628-86-4', 0.5),
  row(34, '三硝基苯甲醚', 'Trinitroanisole', '28653-16-9', 5),
  row(35, '2,4,6-三硝基甲苯', 'TNT', '118-96-7', 5),
  row(36, '硝化甘油', 'Nitroglycerine', '55-63-0', 1),
  row(37, '硝化纤维素（干的或含水、乙醇＜25%）', 'Nitrocellulose (dry, or water or alcohol < 25 %)', null, 1),
  row(38, '硝化纤维素（未改型的，或增塑的，增塑剂＜18%）', 'Nitrocellulose (unmodified, or plasticiser < 18 %)', null, 1),
  row(39, '硝化纤维素（含乙醇≥25%）', 'Nitrocellulose (alcohol ≥ 25 %)', null, 10),
  row(40, '硝化纤维素（含氮≤12.6%）', 'Nitrocellulose (nitrogen ≤ 12.6 %)', null, 50),
  row(41, '硝化纤维素（含水≥25%）', 'Nitrocellulose (water ≥ 25 %)', null, 50),
  row(42, '硝化纤维素溶液', 'Nitrocellulose solution', null, 50),
  row(43, '硝酸铵（含可燃物＞0.2%）', 'Ammonium nitrate (combustibles > 0.2 %)', '6484-52-2', 5),
  row(44, '硝酸铵（含可燃物≤0.2%）', 'Ammonium nitrate (combustibles ≤ 0.2 %)', '6484-52-2', 50),
  row(45, '硝酸铵肥料（含可燃物≤0.4%）', 'Ammonium nitrate fertiliser (combustibles ≤ 0.4 %)', null, 200),
  row(46, '硝酸钾', 'Potassium nitrate', '7757-79-1', 1000),
  row(47, '1,3-丁二烯', '1,3-Butadiene', '106-99-0', 5),
  row(48, '二甲醚', 'Dimethyl ether', '115-10-6', 50),
  row(49, '甲烷，天然气', 'Methane, natural gas', '74-82-8', 50),
  row(50, '氯乙烯', 'Vinyl chloride', '75-01-4', 50),
  row(51, '氢', 'Hydrogen', '1333-74-0', 5),
  row(52, '液化石油气（含丙烷、丁烷及其混合物）', 'LPG (propane, butane and mixtures)', '68476-85-7', 50),
  row(53, '一甲胺', 'Methylamine', '74-89-5', 5),
  row(54, '乙炔', 'Acetylene', '74-86-2', 1),
  row(55, '乙烯', 'Ethylene', '74-85-1', 50),
  row(56, '氧（压缩的或液化的）', 'Oxygen (compressed or liquid)', '7782-44-7', 200),
  row(57, '苯', 'Benzene', '71-43-2', 50),
  row(58, '苯乙烯', 'Styrene', '100-42-5', 500),
  row(59, '丙酮', 'Acetone', '67-64-1', 500),
  row(60, '2-丙烯腈', 'Acrylonitrile', '107-13-1', 50),
  row(61, '二硫化碳', 'Carbon disulfide', '75-15-0', 50),
  row(62, '环己烷', 'Cyclohexane', '110-82-7', 500),
  row(63, '1,2-环氧丙烷', 'Propylene oxide', '75-56-9', 10),
  row(64, '甲苯', 'Toluene', '108-88-3', 500),
  row(65, '甲醇', 'Methanol', '67-56-1', 500),
  row(66, '汽油（乙醇汽油、甲醇汽油）', 'Petrol (with ethanol or methanol)', '86290-81-5', 200),
  row(67, '乙醇', 'Ethanol', '64-17-5', 500),
  row(68, '乙醚', 'Diethyl ether', '60-29-7', 10),
  row(69, '乙酸乙酯', 'Ethyl acetate', '141-78-6', 500),
  row(70, '正己烷', 'n-Hexane', '110-54-3', 500),
  row(71, '过乙酸', 'Peracetic acid', '79-21-0', 10),
  row(72, '过氧化甲基乙基酮', 'Methyl ethyl ketone peroxide', '1338-23-4', 10),
  row(73, '白磷', 'White phosphorus', '12185-10-3', 50),
  row(74, '烷基铝', 'Aluminium alkyls', null, 1),
  row(75, '戊硼烷', 'Pentaborane', '19624-22-7', 1),
  row(76, '过氧化钾', 'Potassium peroxide', '17014-71-0', 20),
  row(77, '过氧化钠', 'Sodium peroxide', '1313-60-6', 20),
  row(78, '氯酸钾', 'Potassium chlorate', '3811-04-9', 100),
  row(79, '氯酸钠', 'Sodium chlorate', '7775-09-9', 100),
  row(80, '发烟硝酸', 'Fuming nitric acid', '52583-42-3', 20),
  row(81, '硝酸（发红烟的除外，含硝酸＞70%）', 'Nitric acid (> 70 %, red fuming excepted)', '7697-37-2', 100),
  row(82, '硝酸胍', 'Guanidine nitrate', '506-93-4', 50),
  row(83, '碳化钙', 'Calcium carbide', '75-20-7', 100),
  row(84, '钾', 'Potassium', '7440-09-7', 1),
  row(85, '钠', 'Sodium', '7440-23-5', 10),
];

/** Table 3: β of named chemicals, by their number in table 1. */
export const betaByNo: Readonly<Record<number, number>> = {
  // Town gas is carbon monoxide with its companions: the row 一氧化碳 of table 3.
  13: 2,
  4: 2,
  1: 2,
  7: 2,
  11: 3,
  17: 3,
  12: 4,
  10: 5,
  20: 5,
  3: 10,
  25: 10,
  6: 20,
  9: 20,
  30: 20,
};

/** Tables 2 and 4: hazard classes with threshold in tonnes and β. */
export interface HazardClass {
  readonly symbol: string;
  readonly label: Label;
  readonly tonnes: number;
  readonly beta: number;
}

const kind = (symbol: string, zh: string, en: string, tonnes: number, beta: number): HazardClass => ({
  symbol,
  label: { zh, en },
  tonnes,
  beta,
});

export const classes: readonly HazardClass[] = [
  kind('J1', '急性毒性类别 1，所有途径，气体', 'Acute toxicity 1, all routes, gas', 5, 4),
  kind('J2', '急性毒性类别 1，所有途径，固体、液体', 'Acute toxicity 1, all routes, solid or liquid', 50, 1),
  kind('J3', '急性毒性类别 2、3，所有途径，气体', 'Acute toxicity 2, 3, all routes, gas', 50, 2),
  kind('J4', '急性毒性类别 2、3，吸入，液体（沸点≤35℃）', 'Acute toxicity 2, 3, inhalation, liquid boiling at ≤ 35 °C', 50, 2),
  kind('J5', '急性毒性类别 2，所有途径，液体（J4 外）、固体', 'Acute toxicity 2, all routes, other liquid, solid', 500, 1),
  kind('W1.1', '爆炸物：不稳定爆炸物，1.1 项', 'Explosives: unstable, division 1.1', 1, 2),
  kind('W1.2', '爆炸物：1.2、1.3、1.5、1.6 项', 'Explosives: divisions 1.2, 1.3, 1.5, 1.6', 10, 2),
  kind('W1.3', '爆炸物：1.4 项', 'Explosives: division 1.4', 50, 2),
  kind('W2', '易燃气体类别 1、2', 'Flammable gas 1, 2', 10, 1.5),
  kind('W3', '气溶胶类别 1、2（净重）', 'Aerosol 1, 2 (net)', 150, 1),
  kind('W4', '氧化性气体类别 1', 'Oxidising gas 1', 50, 1),
  kind('W5.1', '易燃液体类别 1；类别 2、3 且工作温度高于沸点', 'Flammable liquid 1; 2, 3 above boiling point', 10, 1.5),
  kind('W5.2', '易燃液体类别 2、3，具有引发重大事故的特殊工艺条件', 'Flammable liquid 2, 3 under special process conditions', 50, 1),
  kind('W5.3', '不属于 W5.1、W5.2 的其他类别 2', 'Other flammable liquid 2', 1000, 1),
  kind('W5.4', '不属于 W5.1、W5.2 的其他类别 3', 'Other flammable liquid 3', 5000, 1),
  kind('W6.1', '自反应物质 A、B 型', 'Self-reactive A, B', 10, 1.5),
  kind('W6.2', '自反应物质 C、D、E 型', 'Self-reactive C, D, E', 50, 1),
  kind('W7.1', '有机过氧化物 A、B 型', 'Organic peroxide A, B', 10, 1.5),
  kind('W7.2', '有机过氧化物 C、D、E、F 型', 'Organic peroxide C, D, E, F', 50, 1),
  kind('W8', '自燃液体、固体类别 1', 'Pyrophoric liquid or solid 1', 50, 1),
  kind('W9.1', '氧化性液体、固体类别 1', 'Oxidising liquid or solid 1', 50, 1),
  kind('W9.2', '氧化性液体、固体类别 2、3', 'Oxidising liquid or solid 2, 3', 200, 1),
  kind('W10', '易燃固体类别 1', 'Flammable solid 1', 200, 1),
  kind('W11', '遇水放出易燃气体类别 1、2', 'Emits flammable gas with water 1, 2', 200, 1),
];

/** Table 5: α by people usually present within 500 m of the boundary; rows from the most people. */
export const alphas: readonly { readonly from: number; readonly alpha: number }[] = [
  { from: 100, alpha: 2 },
  { from: 50, alpha: 1.5 },
  { from: 30, alpha: 1.2 },
  { from: 1, alpha: 1 },
  { from: 0, alpha: 0.5 },
];

/** Clause 4.3: grades by R; one is the gravest. */
export const grades: readonly { readonly grade: 1 | 2 | 3 | 4; readonly from: number }[] = [
  { grade: 1, from: 100 },
  { grade: 2, from: 50 },
  { grade: 3, from: 10 },
  { grade: 4, from: 0 },
];
