import type { Label } from '../protocol.ts';

// Parts of the 20-digit code of GB/T 28181 (annex on unified coding). Source: code tables of the open platform
// wvp-GB28181-pro (MIT), commit 768d740; the standard's own text was not at hand, so an unknown number is kept and not refused.

export const industryCodes: Readonly<Record<string, Label>> = {
  '00': { zh: '社会治安路面', en: 'public security, road' },
  '01': { zh: '社会治安社区', en: 'public security, community' },
  '02': { zh: '社会治安内部', en: 'public security, inside' },
  '03': { zh: '社会治安其他', en: 'public security, other' },
  '04': { zh: '交通路面', en: 'traffic, road' },
  '05': { zh: '交通卡口', en: 'traffic, checkpoint' },
  '06': { zh: '交通内部', en: 'traffic, inside' },
  '07': { zh: '交通其他', en: 'traffic, other' },
  '08': { zh: '城市管理', en: 'city administration' },
  '09': { zh: '卫生环保', en: 'health and environment' },
  '10': { zh: '商检海关', en: 'inspection and customs' },
  '11': { zh: '教育', en: 'education' },
  '12': { zh: '民航', en: 'aviation' },
  '13': { zh: '铁路', en: 'railway' },
  '14': { zh: '航运', en: 'shipping' },
  '40': { zh: '农林牧渔', en: 'farming, forestry and fishery' },
  '41': { zh: '采矿', en: 'mining' },
  '42': { zh: '制造', en: 'manufacturing' },
  '43': { zh: '电热燃气水', en: 'power, heat, gas and water' },
  '44': { zh: '建筑', en: 'construction' },
  '45': { zh: '批发零售', en: 'trade' },
};

export const deviceTypeCodes: Readonly<Record<string, Label>> = {
  '111': { zh: '硬盘录像机', en: 'DVR' },
  '118': { zh: '网络录像机', en: 'NVR' },
  '131': { zh: '摄像机', en: 'camera' },
  '132': { zh: '网络摄像机', en: 'IP camera' },
  '134': { zh: '报警输入', en: 'alarm input' },
  '135': { zh: '报警输出', en: 'alarm output' },
  '136': { zh: '语音输入', en: 'voice input' },
  '137': { zh: '语音输出', en: 'voice output' },
  '200': { zh: '信令服务器', en: 'signalling server' },
  '210': { zh: '媒体存储', en: 'media store' },
  '215': { zh: '业务分组', en: 'business group' },
  '216': { zh: '虚拟组织', en: 'virtual organisation' },
  '300': { zh: '中心用户', en: 'centre user' },
  '400': { zh: '终端用户', en: 'terminal user' },
};
