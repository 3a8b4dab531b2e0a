// Element identifiers of SL 651-2014 whose value is a decimal number, with the number of digits and decimals the standard
// gives them. The definition byte on the wire decides how a value is read; digits and decimals here are for writing. An
// identifier that is not here (provincial and maker elements) is kept as bytes. Source: the element list of a public
// implementation of the standard, compared with the frames of the fixtures; the printed standard was not at hand.

import type { Label } from '../protocol.ts';

export interface ElementRow {
  /** Code under which the value becomes a reading. */
  quantity: string;
  label: Label;
  unit: string | null;
  digits: number;
  decimals: number;
}

type Row = readonly [id: number, quantity: string, zh: string, en: string, unit: string | null, digits: number, decimals: number];

const rows: readonly Row[] = [
  [0x01, 'sectionArea', '断面面积', 'Cross-section area', 'm²', 8, 2],
  [0x02, 'airTemperature', '瞬时气温', 'Air temperature', '°C', 3, 1],
  [0x03, 'waterTemperature', '瞬时水温', 'Water temperature', '°C', 3, 1],
  [0x06, 'evaporationDay', '日蒸发量', 'Evaporation of the day', 'mm', 5, 1],
  [0x07, 'evaporation', '当前蒸发', 'Evaporation so far', 'mm', 5, 1],
  [0x08, 'airPressure', '气压', 'Air pressure', 'hPa', 5, 0],
  [0x09, 'gateOpening', '闸门开启高度', 'Gate opening height', 'm', 5, 2],
  [0x0a, 'gateNumber', '输水设备、闸门（组）编号', 'Number of gate or conduit', null, 3, 0],
  [0x0b, 'gateType', '输水设备类别', 'Kind of conduit', null, 1, 0],
  [0x0c, 'gatesOpen', '闸门开启孔数', 'Gates open', null, 3, 0],
  [0x0d, 'groundTemperature', '地温', 'Ground temperature', '°C', 3, 1],
  [0x0e, 'groundwaterDepth', '地下水瞬时埋深', 'Depth of groundwater', 'm', 6, 2],
  [0x0f, 'waveHeight', '波浪高度', 'Wave height', 'm', 5, 2],
  [0x10, 'soilMoisture10', '10 厘米处土壤含水量', 'Soil moisture at 10 cm', '%', 4, 1],
  [0x11, 'soilMoisture20', '20 厘米处土壤含水量', 'Soil moisture at 20 cm', '%', 4, 1],
  [0x12, 'soilMoisture30', '30 厘米处土壤含水量', 'Soil moisture at 30 cm', '%', 4, 1],
  [0x13, 'soilMoisture40', '40 厘米处土壤含水量', 'Soil moisture at 40 cm', '%', 4, 1],
  [0x14, 'soilMoisture50', '50 厘米处土壤含水量', 'Soil moisture at 50 cm', '%', 4, 1],
  [0x15, 'soilMoisture60', '60 厘米处土壤含水量', 'Soil moisture at 60 cm', '%', 4, 1],
  [0x16, 'soilMoisture80', '80 厘米处土壤含水量', 'Soil moisture at 80 cm', '%', 4, 1],
  [0x17, 'soilMoisture100', '100 厘米处土壤含水量', 'Soil moisture at 100 cm', '%', 4, 1],
  [0x18, 'humidity', '湿度', 'Humidity', '%', 4, 1],
  [0x19, 'machinesRunning', '开机台数', 'Machines running', null, 2, 0],
  [0x1a, 'rain1h', '1 小时时段降水量', 'Rain in 1 h', 'mm', 5, 1],
  [0x1b, 'rain2h', '2 小时时段降水量', 'Rain in 2 h', 'mm', 5, 1],
  [0x1c, 'rain3h', '3 小时时段降水量', 'Rain in 3 h', 'mm', 5, 1],
  [0x1d, 'rain6h', '6 小时时段降水量', 'Rain in 6 h', 'mm', 5, 1],
  [0x1e, 'rain12h', '12 小时时段降水量', 'Rain in 12 h', 'mm', 5, 1],
  [0x1f, 'rainDay', '日降水量', 'Rain of the day', 'mm', 5, 1],
  [0x20, 'rain', '当前降水量', 'Rain so far', 'mm', 5, 1],
  [0x21, 'rain1min', '1 分钟时段降水量', 'Rain in 1 min', 'mm', 5, 1],
  [0x22, 'rain5min', '5 分钟时段降水量', 'Rain in 5 min', 'mm', 5, 1],
  [0x23, 'rain10min', '10 分钟时段降水量', 'Rain in 10 min', 'mm', 5, 1],
  [0x24, 'rain30min', '30 分钟时段降水量', 'Rain in 30 min', 'mm', 5, 1],
  [0x25, 'stormRain', '暴雨量', 'Storm rain', 'mm', 5, 1],
  [0x26, 'rainTotal', '降水量累计值', 'Rain counter', 'mm', 6, 1],
  [0x27, 'flow', '瞬时流量、抽水流量', 'Flow', 'm³/s', 9, 3],
  [0x28, 'intakeFlow1', '取（排）水口流量 1', 'Flow of intake or outlet 1', 'm³/s', 9, 3],
  [0x29, 'intakeFlow2', '取（排）水口流量 2', 'Flow of intake or outlet 2', 'm³/s', 9, 3],
  [0x2a, 'intakeFlow3', '取（排）水口流量 3', 'Flow of intake or outlet 3', 'm³/s', 9, 3],
  [0x2b, 'intakeFlow4', '取（排）水口流量 4', 'Flow of intake or outlet 4', 'm³/s', 9, 3],
  [0x2c, 'intakeFlow5', '取（排）水口流量 5', 'Flow of intake or outlet 5', 'm³/s', 9, 3],
  [0x2d, 'intakeFlow6', '取（排）水口流量 6', 'Flow of intake or outlet 6', 'm³/s', 9, 3],
  [0x2e, 'intakeFlow7', '取（排）水口流量 7', 'Flow of intake or outlet 7', 'm³/s', 9, 3],
  [0x2f, 'intakeFlow8', '取（排）水口流量 8', 'Flow of intake or outlet 8', 'm³/s', 9, 3],
  [0x30, 'outflow', '总出库流量、过闸总流量', 'Total outflow', 'm³/s', 9, 3],
  [0x31, 'conduitFlow', '输水设备流量、过闸（组）流量', 'Flow of conduit or gate', 'm³/s', 9, 3],
  [0x32, 'sedimentLoad', '输沙量', 'Sediment load', '10⁴ t', 11, 3],
  [0x33, 'windDirectionCode', '风向', 'Wind direction, 1 to 16', null, 2, 0],
  [0x34, 'windForce', '风力（级）', 'Wind force', null, 2, 0],
  [0x35, 'windSpeed', '风速', 'Wind speed', 'm/s', 4, 1],
  [0x36, 'flowVelocityMean', '断面平均流速', 'Mean velocity of the section', 'm/s', 5, 3],
  [0x37, 'flowVelocity', '当前瞬时流速', 'Flow velocity', 'm/s', 5, 3],
  [0x38, 'voltage', '电源电压', 'Supply voltage', 'V', 4, 2],
  [0x39, 'waterLevel', '瞬时河道水位、潮位', 'River level or tide', 'm', 7, 3],
  [0x3a, 'waterLevelBelow', '库（闸、站）下水位', 'Level below reservoir or gate', 'm', 7, 3],
  [0x3b, 'waterLevelAbove', '库（闸、站）上水位', 'Level above reservoir or gate', 'm', 7, 3],
  [0x3c, 'intakeLevel1', '取（排）水口水位 1', 'Level of intake or outlet 1', 'm', 7, 3],
  [0x3d, 'intakeLevel2', '取（排）水口水位 2', 'Level of intake or outlet 2', 'm', 7, 3],
  [0x3e, 'intakeLevel3', '取（排）水口水位 3', 'Level of intake or outlet 3', 'm', 7, 3],
  [0x3f, 'intakeLevel4', '取（排）水口水位 4', 'Level of intake or outlet 4', 'm', 7, 3],
  [0x40, 'intakeLevel5', '取（排）水口水位 5', 'Level of intake or outlet 5', 'm', 7, 3],
  [0x41, 'intakeLevel6', '取（排）水口水位 6', 'Level of intake or outlet 6', 'm', 7, 3],
  [0x42, 'intakeLevel7', '取（排）水口水位 7', 'Level of intake or outlet 7', 'm', 7, 3],
  [0x43, 'intakeLevel8', '取（排）水口水位 8', 'Level of intake or outlet 8', 'm', 7, 3],
  [0x44, 'sedimentConcentration', '含沙量', 'Sediment concentration', 'kg/m³', 9, 3],
  [0x46, 'ph', 'pH 值', 'pH', null, 4, 2],
  [0x47, 'dissolvedOxygen', '溶解氧', 'Dissolved oxygen', 'mg/L', 4, 2],
  [0x48, 'conductivity', '电导率', 'Conductivity', 'µS/cm', 5, 0],
  [0x49, 'turbidity', '浊度', 'Turbidity', '°', 3, 0],
  [0x4a, 'permanganateIndex', '高锰酸盐指数', 'Permanganate index', 'mg/L', 4, 1],
  [0x4b, 'redoxPotential', '氧化还原电位', 'Redox potential', 'mV', 5, 1],
  [0x4c, 'ammoniaNitrogen', '氨氮', 'Ammonia nitrogen', 'mg/L', 6, 2],
  [0x4d, 'totalPhosphorus', '总磷', 'Total phosphorus', 'mg/L', 5, 3],
  [0x4e, 'totalNitrogen', '总氮', 'Total nitrogen', 'mg/L', 5, 2],
  [0x4f, 'totalOrganicCarbon', '总有机碳', 'Total organic carbon', 'mg/L', 4, 2],
  [0x50, 'copper', '铜', 'Copper', 'mg/L', 7, 4],
  [0x51, 'zinc', '锌', 'Zinc', 'mg/L', 6, 4],
  [0x52, 'selenium', '硒', 'Selenium', 'mg/L', 7, 5],
  [0x53, 'arsenic', '砷', 'Arsenic', 'mg/L', 7, 5],
  [0x54, 'mercury', '总汞', 'Mercury', 'mg/L', 7, 5],
  [0x55, 'cadmium', '镉', 'Cadmium', 'mg/L', 7, 5],
  [0x56, 'lead', '铅', 'Lead', 'mg/L', 7, 5],
  [0x57, 'chlorophyllA', '叶绿素 a', 'Chlorophyll a', 'mg/L', 4, 2],
  [0x58, 'waterPressure1', '水压 1', 'Water pressure 1', 'kPa', 5, 2],
  [0x59, 'waterPressure2', '水压 2', 'Water pressure 2', 'kPa', 5, 2],
  [0x5a, 'waterPressure3', '水压 3', 'Water pressure 3', 'kPa', 5, 2],
  [0x5b, 'waterPressure4', '水压 4', 'Water pressure 4', 'kPa', 5, 2],
  [0x5c, 'waterPressure5', '水压 5', 'Water pressure 5', 'kPa', 5, 2],
  [0x5d, 'waterPressure6', '水压 6', 'Water pressure 6', 'kPa', 5, 2],
  [0x5e, 'waterPressure7', '水压 7', 'Water pressure 7', 'kPa', 5, 2],
  [0x5f, 'waterPressure8', '水压 8', 'Water pressure 8', 'kPa', 5, 2],
  [0x60, 'meterRemaining1', '水表 1 剩余水量', 'Water left on meter 1', 'm³', 11, 3],
  [0x61, 'meterRemaining2', '水表 2 剩余水量', 'Water left on meter 2', 'm³', 11, 3],
  [0x62, 'meterRemaining3', '水表 3 剩余水量', 'Water left on meter 3', 'm³', 11, 3],
  [0x63, 'meterRemaining4', '水表 4 剩余水量', 'Water left on meter 4', 'm³', 11, 3],
  [0x64, 'meterRemaining5', '水表 5 剩余水量', 'Water left on meter 5', 'm³', 11, 3],
  [0x65, 'meterRemaining6', '水表 6 剩余水量', 'Water left on meter 6', 'm³', 11, 3],
  [0x66, 'meterRemaining7', '水表 7 剩余水量', 'Water left on meter 7', 'm³', 11, 3],
  [0x67, 'meterRemaining8', '水表 8 剩余水量', 'Water left on meter 8', 'm³', 11, 3],
  [0x68, 'meterHourly1', '水表 1 每小时水量', 'Hourly water of meter 1', 'm³/h', 10, 2],
  [0x69, 'meterHourly2', '水表 2 每小时水量', 'Hourly water of meter 2', 'm³/h', 10, 2],
  [0x6a, 'meterHourly3', '水表 3 每小时水量', 'Hourly water of meter 3', 'm³/h', 10, 2],
  [0x6b, 'meterHourly4', '水表 4 每小时水量', 'Hourly water of meter 4', 'm³/h', 10, 2],
  [0x6c, 'meterHourly5', '水表 5 每小时水量', 'Hourly water of meter 5', 'm³/h', 10, 2],
  [0x6d, 'meterHourly6', '水表 6 每小时水量', 'Hourly water of meter 6', 'm³/h', 10, 2],
  [0x6e, 'meterHourly7', '水表 7 每小时水量', 'Hourly water of meter 7', 'm³/h', 10, 2],
  [0x6f, 'meterHourly8', '水表 8 每小时水量', 'Hourly water of meter 8', 'm³/h', 10, 2],
  [0x70, 'phaseVoltageA', '交流 A 相电压', 'Voltage of phase A', 'V', 4, 1],
  [0x71, 'phaseVoltageB', '交流 B 相电压', 'Voltage of phase B', 'V', 4, 1],
  [0x72, 'phaseVoltageC', '交流 C 相电压', 'Voltage of phase C', 'V', 4, 1],
  [0x73, 'phaseCurrentA', '交流 A 相电流', 'Current of phase A', 'A', 4, 1],
  [0x74, 'phaseCurrentB', '交流 B 相电流', 'Current of phase B', 'A', 4, 1],
  [0x75, 'phaseCurrentC', '交流 C 相电流', 'Current of phase C', 'A', 4, 1],
];

export const elements: ReadonlyMap<number, ElementRow> = new Map(
  rows.map(([id, quantity, zh, en, unit, digits, decimals]) => [id, { quantity, label: { zh, en }, unit, digits, decimals }]),
);

/** Identifiers with a form of their own: time step, status bits, and the arrays of an hour in steps of five minutes. */
export const elementIds = {
  timeStep: 0x04,
  status: 0x45,
  rainSeries: 0xf4,
  levelSeries: 0xf5,
  lastLevelSeries: 0xfc,
  extended: 0xff,
} as const;

/** An hour of rain: 12 values of one byte, 0.1 mm; FF is no value. An hour of level: 12 values of two bytes, 1 cm; FFFF is no value. */
export const series = {
  rain: { quantity: 'rain5min', label: { zh: '每 5 分钟时段降水量', en: 'Rain in 5 min' }, unit: 'mm', divisor: 10, bytes: 1 },
  level: { quantity: 'relativeLevel', label: { zh: '相对水位', en: 'Relative level' }, unit: 'm', divisor: 100, bytes: 2 },
  stepMs: 5 * 60_000,
} as const;
