// System types, part types and analog value types of GB/T 26875.3-2011. Codes that are not here are reserved or belong to
// vendors (128 to 255); they are kept as numbers.

import type { Label } from '../protocol.ts';

type Names = Readonly<Record<number, Label>>;

export const systemTypes: Names = {
  0: { zh: '通用', en: 'General' },
  1: { zh: '火灾报警系统', en: 'Fire alarm system' },
  10: { zh: '消防联动控制器', en: 'Linkage controller' },
  11: { zh: '消火栓系统', en: 'Hydrant system' },
  12: { zh: '自动喷水灭火系统', en: 'Sprinkler system' },
  13: { zh: '气体灭火系统', en: 'Gas extinguishing system' },
  14: { zh: '水喷雾灭火系统（泵启动方式）', en: 'Water spray system (pump)' },
  15: { zh: '水喷雾灭火系统（压力容器启动方式）', en: 'Water spray system (pressure vessel)' },
  16: { zh: '泡沫灭火系统', en: 'Foam system' },
  17: { zh: '干粉灭火系统', en: 'Dry powder system' },
  18: { zh: '防烟排烟系统', en: 'Smoke control system' },
  19: { zh: '防火门及卷帘系统', en: 'Fire doors and shutters' },
  20: { zh: '消防电梯', en: 'Fire lift' },
  21: { zh: '消防应急广播', en: 'Emergency broadcast' },
  22: { zh: '消防应急照明和疏散指示系统', en: 'Emergency lighting and exit signs' },
  23: { zh: '消防电源', en: 'Fire power supply' },
  24: { zh: '消防电话', en: 'Fire telephone' },
};

export const partTypes: Names = {
  0: { zh: '通用', en: 'General' },
  1: { zh: '火灾报警控制器', en: 'Fire alarm controller' },
  10: { zh: '可燃气体探测器', en: 'Combustible gas detector' },
  11: { zh: '点型可燃气体探测器', en: 'Point combustible gas detector' },
  12: { zh: '独立式可燃气体探测器', en: 'Stand-alone combustible gas detector' },
  13: { zh: '线型可燃气体探测器', en: 'Line combustible gas detector' },
  16: { zh: '电气火灾监控报警器', en: 'Electrical fire monitor' },
  17: { zh: '剩余电流式电气火灾监控探测器', en: 'Residual current detector' },
  18: { zh: '测温式电气火灾监控探测器', en: 'Cable temperature detector' },
  21: { zh: '探测回路', en: 'Detection loop' },
  22: { zh: '火灾显示盘', en: 'Fire display panel' },
  23: { zh: '手动火灾报警按钮', en: 'Manual call point' },
  24: { zh: '消火栓按钮', en: 'Hydrant button' },
  25: { zh: '火灾探测器', en: 'Fire detector' },
  30: { zh: '感温火灾探测器', en: 'Heat detector' },
  31: { zh: '点型感温火灾探测器', en: 'Point heat detector' },
  32: { zh: '点型感温火灾探测器（S 型）', en: 'Point heat detector (S)' },
  33: { zh: '点型感温火灾探测器（R 型）', en: 'Point heat detector (R)' },
  34: { zh: '线型感温火灾探测器', en: 'Line heat detector' },
  35: { zh: '线型感温火灾探测器（S 型）', en: 'Line heat detector (S)' },
  36: { zh: '线型感温火灾探测器（R 型）', en: 'Line heat detector (R)' },
  37: { zh: '光纤感温火灾探测器', en: 'Optical fibre heat detector' },
  40: { zh: '感烟火灾探测器', en: 'Smoke detector' },
  41: { zh: '点型离子感烟火灾探测器', en: 'Point ionisation smoke detector' },
  42: { zh: '点型光电感烟火灾探测器', en: 'Point optical smoke detector' },
  43: { zh: '线型光束感烟火灾探测器', en: 'Beam smoke detector' },
  44: { zh: '吸气式感烟火灾探测器', en: 'Aspirating smoke detector' },
  50: { zh: '复合式火灾探测器', en: 'Combined detector' },
  51: { zh: '复合式感烟感温火灾探测器', en: 'Smoke and heat detector' },
  52: { zh: '复合式感光感温火灾探测器', en: 'Flame and heat detector' },
  53: { zh: '复合式感光感烟火灾探测器', en: 'Flame and smoke detector' },
  61: { zh: '紫外火焰探测器', en: 'Ultraviolet flame detector' },
  62: { zh: '红外火焰探测器', en: 'Infrared flame detector' },
  69: { zh: '感光火灾探测器', en: 'Flame detector' },
  74: { zh: '气体探测器', en: 'Gas detector' },
  78: { zh: '图像摄像方式火灾探测器', en: 'Image fire detector' },
  79: { zh: '感声火灾探测器', en: 'Acoustic fire detector' },
  81: { zh: '气体灭火控制器', en: 'Gas extinguishing controller' },
  82: { zh: '消防电气控制装置', en: 'Electrical control device' },
  83: { zh: '消防控制室图形显示装置', en: 'Control room display' },
  84: { zh: '模块', en: 'Module' },
  85: { zh: '输入模块', en: 'Input module' },
  86: { zh: '输出模块', en: 'Output module' },
  87: { zh: '输入/输出模块', en: 'Input/output module' },
  88: { zh: '中继模块', en: 'Relay module' },
  91: { zh: '消防水泵', en: 'Fire pump' },
  92: { zh: '消防水箱', en: 'Fire water tank' },
  95: { zh: '喷淋泵', en: 'Sprinkler pump' },
  96: { zh: '水流指示器', en: 'Flow indicator' },
  97: { zh: '信号阀', en: 'Signal valve' },
  98: { zh: '报警阀', en: 'Alarm valve' },
  99: { zh: '压力开关', en: 'Pressure switch' },
  101: { zh: '阀驱动装置', en: 'Valve actuator' },
  102: { zh: '防火门', en: 'Fire door' },
  103: { zh: '防火阀', en: 'Fire damper' },
  104: { zh: '通风空调', en: 'Ventilation' },
  105: { zh: '泡沫液泵', en: 'Foam pump' },
  106: { zh: '管网电磁阀', en: 'Pipe solenoid valve' },
  111: { zh: '防烟排烟风机', en: 'Smoke fan' },
  113: { zh: '排烟防火阀', en: 'Smoke damper' },
  114: { zh: '常闭送风口', en: 'Normally closed air inlet' },
  115: { zh: '排烟口', en: 'Smoke outlet' },
  116: { zh: '电控挡烟垂壁', en: 'Smoke curtain' },
  117: { zh: '防火卷帘控制器', en: 'Fire shutter controller' },
  118: { zh: '防火门监控器', en: 'Fire door monitor' },
  121: { zh: '警报装置', en: 'Sounder' },
};

export interface AnalogType {
  /** Code under which the value becomes a reading. */
  quantity: string;
  label: Label;
  unit: string | null;
  /** The raw number is divided by this; a division keeps 123 / 10 exactly 12.3. */
  divisor: number;
}

export const analogTypes: Readonly<Record<number, AnalogType>> = {
  1: { quantity: 'eventCount', label: { zh: '事件计数', en: 'Event count' }, unit: null, divisor: 1 },
  2: { quantity: 'height', label: { zh: '高度', en: 'Height' }, unit: 'm', divisor: 100 },
  3: { quantity: 'temperature', label: { zh: '温度', en: 'Temperature' }, unit: '°C', divisor: 10 },
  4: { quantity: 'pressureMpa', label: { zh: '压力', en: 'Pressure' }, unit: 'MPa', divisor: 10 },
  5: { quantity: 'pressureKpa', label: { zh: '压力', en: 'Pressure' }, unit: 'kPa', divisor: 10 },
  6: { quantity: 'gasLel', label: { zh: '气体浓度', en: 'Gas concentration' }, unit: '%LEL', divisor: 10 },
  7: { quantity: 'seconds', label: { zh: '时间', en: 'Time' }, unit: 's', divisor: 1 },
  8: { quantity: 'voltage', label: { zh: '电压', en: 'Voltage' }, unit: 'V', divisor: 10 },
  9: { quantity: 'current', label: { zh: '电流', en: 'Current' }, unit: 'A', divisor: 10 },
  10: { quantity: 'flowLps', label: { zh: '流量', en: 'Flow' }, unit: 'L/s', divisor: 10 },
  11: { quantity: 'flowM3PerMin', label: { zh: '流量', en: 'Flow' }, unit: 'm³/min', divisor: 10 },
  12: { quantity: 'speed', label: { zh: '速度', en: 'Speed' }, unit: 'm/s', divisor: 1 },
};
