// Alarm and status bits of a location (JT/T 808-2019, tables of 0200). Bits that are not here are reserved and keep their place in
// the raw value. Alarms marked `untilAnswered` are cleared by the terminal when the platform answers; the others stay set as long
// as the condition lasts, so one condition is one alarm, not one a frame.

import type { Label } from '../protocol.ts';

export interface BitRow {
  bit: number;
  quantity: string;
  label: Label;
  untilAnswered?: true;
}

type Row = readonly [bit: number, quantity: string, zh: string, en: string, untilAnswered?: true];
const bits = (rows: readonly Row[]): readonly BitRow[] =>
  rows.map(([bit, quantity, zh, en, untilAnswered]) => ({ bit, quantity, label: { zh, en }, ...(untilAnswered ? { untilAnswered } : {}) }));

export const alarmBits = bits([
  [0, 'emergency', '紧急报警', 'Emergency', true],
  [1, 'overspeed', '超速报警', 'Overspeed'],
  [2, 'fatigue', '疲劳驾驶报警', 'Fatigue'],
  [3, 'dangerousDriving', '危险驾驶行为报警', 'Dangerous driving', true],
  [4, 'gnssFault', 'GNSS 模块故障', 'GNSS module fault'],
  [5, 'antennaCut', 'GNSS 天线未接或被剪断', 'GNSS antenna cut'],
  [6, 'antennaShort', 'GNSS 天线短路', 'GNSS antenna short'],
  [7, 'undervoltage', '终端主电源欠压', 'Undervoltage'],
  [8, 'powerOff', '终端主电源掉电', 'Main power off'],
  [9, 'displayFault', '终端显示器故障', 'Display fault'],
  [10, 'speechFault', 'TTS 模块故障', 'Speech module fault'],
  [11, 'cameraFault', '摄像头故障', 'Camera fault'],
  [12, 'cardFault', '道路运输证 IC 卡模块故障', 'IC card module fault'],
  [13, 'overspeedWarning', '超速预警', 'Overspeed warning'],
  [14, 'fatigueWarning', '疲劳驾驶预警', 'Fatigue warning'],
  [15, 'unlawfulDriving', '违规行驶报警', 'Driving against the rules'],
  [16, 'tyreWarning', '胎压预警', 'Tyre pressure warning'],
  [17, 'blindArea', '右转盲区异常报警', 'Right-turn blind area'],
  [18, 'dailyDrivingTime', '当天累计驾驶超时', 'Daily driving time exceeded'],
  [19, 'parkingTime', '超时停车', 'Parked too long'],
  [20, 'areaCrossed', '进出区域', 'Area entered or left', true],
  [21, 'routeCrossed', '进出路线', 'Route entered or left', true],
  [22, 'routeTime', '路段行驶时间不足或过长', 'Route time too short or long', true],
  [23, 'offRoute', '路线偏离报警', 'Off the route'],
  [24, 'speedSensorFault', '车辆 VSS 故障', 'Speed sensor fault'],
  [25, 'fuelAbnormal', '车辆油量异常', 'Fuel abnormal'],
  [26, 'stolen', '车辆被盗', 'Stolen'],
  [27, 'unlawfulIgnition', '车辆非法点火', 'Unlawful ignition', true],
  [28, 'unlawfulMove', '车辆非法位移', 'Unlawful move', true],
  [29, 'collision', '碰撞侧翻报警', 'Collision or rollover'],
  [30, 'rolloverWarning', '侧翻预警', 'Rollover warning'],
]);

export const statusBits = bits([
  [0, 'accOn', 'ACC 开', 'Ignition on'],
  [1, 'positioned', '已定位', 'Position fixed'],
  [2, 'south', '南纬', 'South'],
  [3, 'west', '西经', 'West'],
  [4, 'outOfService', '停运', 'Out of service'],
  [5, 'encrypted', '经纬度已加密', 'Coordinates encrypted'],
  [6, 'forwardBraking', '紧急刹车系统采集的前撞预警', 'Forward collision warning'],
  [7, 'laneDeparture', '车道偏移预警', 'Lane departure warning'],
  [10, 'oilCut', '车辆油路断开', 'Oil cut'],
  [11, 'circuitCut', '车辆电路断开', 'Circuit cut'],
  [12, 'doorsLocked', '车门加锁', 'Doors locked'],
  [13, 'door1Open', '门 1 开', 'Door 1 open'],
  [14, 'door2Open', '门 2 开', 'Door 2 open'],
  [15, 'door3Open', '门 3 开', 'Door 3 open'],
  [16, 'door4Open', '门 4 开', 'Door 4 open'],
  [17, 'door5Open', '门 5 开', 'Door 5 open'],
  [18, 'gpsUsed', '使用 GPS', 'GPS used'],
  [19, 'beidouUsed', '使用北斗', 'BeiDou used'],
  [20, 'glonassUsed', '使用 GLONASS', 'GLONASS used'],
  [21, 'galileoUsed', '使用 Galileo', 'Galileo used'],
  [22, 'moving', '车辆行驶', 'Moving'],
]);

/** Bits that belong to the position itself and not to the vehicle: they make no readings. */
export const positionBits: ReadonlySet<string> = new Set(['south', 'west', 'encrypted']);
