// Bodies of JT/T 808-2013 and -2019 by message id, and of the few messages of JT/T 1078 that name a video stream. An id that is
// not here is kept as bytes. Source: the published source of a JT/T 808 server, the tables of the 2019 edition printed with it,
// and its recorded frames of both editions.

import type { Label } from '../protocol.ts';
import {
  byEdition,
  list,
  optional,
  raw,
  rawBehind,
  rawRest,
  record,
  since2019,
  text,
  textBehind,
  textRest,
  time,
  u16,
  u32,
  u8,
  when,
  within,
  type Before,
  type Field,
} from './fields.ts';
import { fix, located } from './location.ts';

export interface Row<K extends string, V> {
  readonly id: number;
  readonly kind: K;
  readonly label: Label;
  readonly field: Field<V>;
}

function row<K extends string, V>(id: number, kind: K, zh: string, en: string, field: Field<V>): Row<K, V> {
  return { id, kind, label: { zh, en }, field };
}

const nothing = record({});
const answered = { answeredSerial: u16 } as const;
const generalAnswer = record({ ...answered, answeredId: u16, result: u8 });
const resend = record({ firstSerial: u16, packages: byEdition(list(u8, u16), list(u16, u16)) });
const parameter = record({ id: u32, raw: rawBehind(u8) });
const maker = byEdition(text(5), text(11));
const terminalId = byEdition(text(7), text(30));

/** Devices of 2011 send a model of 8 bytes; the body is then shorter than the 2013 form can be. */
const shortest2013 = 37;
const model: Field<string> = {
  read(from, before) {
    const isOld = !from.is2019 && from.bytes.length < shortest2013;
    if (isOld) from.isInexact = true;
    return text(from.is2019 ? 30 : isOld ? 8 : 20).read(from, before);
  },
  write: (value, is2019, before) => text(is2019 ? 30 : 20).write(value, is2019, before),
  form: 'text20|text30',
};

const media = { mediaId: u32, type: u8 } as const;
const mediaQuery = { type: u8, channel: u8, event: u8, from: time, to: time } as const;
const point = { latitude: u32, longitude: u32 } as const;
const has = (bit: number) => (before: Before) => ((Number(before['attribute']) >> bit) & 1) === 1;
const limits = {
  from: when(has(0), time),
  to: when(has(0), time),
  maxSpeed: when(has(1), u16),
  overspeedSeconds: when(has(1), u8),
} as const;
const limits2019 = { nightMaxSpeed: when(has(1), u16, true), name: since2019(textBehind(u16)) } as const;
const area = { id: u32, attribute: u16 } as const;
const areas = <V>(shape: Field<V>) => record({ setting: u8, areas: list(u8, shape) });
const ids = record({ ids: list(u8, u32) });
const command = record({ command: u8, raw: rawRest });
const passThrough = record({ type: u8, raw: rawRest });

export const bodyRows = [
  row(0x0001, 'terminalAnswer', '终端通用应答', 'General answer of a terminal', generalAnswer),
  row(0x0002, 'heartbeat', '终端心跳', 'Heartbeat', nothing),
  row(0x0003, 'logout', '终端注销', 'Logout', nothing),
  row(0x0004, 'timeQuery', '查询服务器时间', 'Query the server time', nothing),
  row(0x0005, 'terminalResend', '终端补传分包请求', 'Terminal asks for packages again', resend),
  row(
    0x0100,
    'registration',
    '终端注册',
    'Registration',
    record({ province: u16, city: u16, maker, model, terminalId, plateColour: u8, plate: textRest }),
  ),
  row(
    0x0102,
    'authentication',
    '终端鉴权',
    'Authentication',
    record({ token: byEdition(textRest, textBehind(u8)), imei: since2019(text(15)), software: since2019(text(20)) }),
  ),
  row(0x0104, 'parameters', '查询终端参数应答', 'Terminal parameters', record({ ...answered, parameters: list(u8, parameter) })),
  row(
    0x0107,
    'properties',
    '查询终端属性应答',
    'Terminal properties',
    record({
      terminalType: u16,
      maker,
      model: byEdition(text(20), text(30)),
      terminalId,
      iccid: raw(10),
      hardware: textBehind(u8),
      firmware: textBehind(u8),
      gnss: u8,
      communication: u8,
    }),
  ),
  row(0x0108, 'upgradeResult', '终端升级结果通知', 'Result of an upgrade', record({ type: u8, result: u8 })),
  row(0x0200, 'location', '位置信息汇报', 'Location', located),
  row(0x0201, 'locationAnswer', '位置信息查询应答', 'Answer to a location query', record({ ...answered, location: located })),
  row(0x0301, 'event', '事件报告', 'Event', record({ event: u8 })),
  row(0x0302, 'questionAnswer', '提问应答', 'Answer to a question', record({ ...answered, answer: u8 })),
  row(0x0303, 'subscription', '信息点播/取消', 'Subscription', record({ type: u8, flag: u8 })),
  row(0x0500, 'vehicleControlAnswer', '车辆控制应答', 'Answer to vehicle control', record({ ...answered, location: located })),
  row(0x0700, 'recorderData', '行驶记录数据上传', 'Recorder data', record({ ...answered, command: u8, raw: rawRest })),
  row(0x0701, 'waybill', '电子运单上报', 'Waybill', record({ raw: rawBehind(u32) })),
  row(
    0x0702,
    'driver',
    '驾驶员身份信息采集上报',
    'Driver identity',
    record({
      status: u8,
      at: time,
      card: optional(
        record({
          result: u8,
          name: textBehind(u8),
          licence: text(20),
          authority: textBehind(u8),
          validTo: raw(4),
          identityCard: since2019(text(20)),
        }),
      ),
    }),
  ),
  row(0x0704, 'batch', '定位数据批量上传', 'Batch of locations', record({ count: u16, type: u8, locations: locationsOf() })),
  row(0x0705, 'canData', 'CAN 总线数据上传', 'CAN bus data', record({ frames: canFrames() })),
  row(0x0800, 'mediaEvent', '多媒体事件信息上传', 'Multimedia event', record({ ...media, format: u8, event: u8, channel: u8 })),
  row(
    0x0801,
    'mediaData',
    '多媒体数据上传',
    'Multimedia data',
    record({ ...media, format: u8, event: u8, channel: u8, fix, data: rawRest }),
  ),
  row(
    0x0802,
    'mediaList',
    '存储多媒体数据检索应答',
    'Stored multimedia',
    record({ ...answered, items: list(u16, record({ ...media, channel: u8, event: u8, fix })) }),
  ),
  row(
    0x0805,
    'shootAnswer',
    '摄像头立即拍摄命令应答',
    'Answer to shoot',
    record({ ...answered, result: u8, mediaIds: optional(list(u16, u32)) }),
  ),
  row(0x0900, 'passUp', '数据上行透传', 'Data passed through, up', passThrough),
  row(0x0901, 'compressed', '数据压缩上报', 'Compressed data', record({ raw: rawBehind(u32) })),
  row(0x0a00, 'terminalKey', '终端 RSA 公钥', 'RSA key of the terminal', record({ e: u32, n: raw(128) })),
  row(0x8001, 'platformAnswer', '平台通用应答', 'General answer of the platform', generalAnswer),
  row(0x8003, 'platformResend', '服务器补传分包请求', 'Platform asks for packages again', resend),
  row(0x8004, 'timeAnswer', '查询服务器时间应答', 'Server time', record({ at: time })),
  row(
    0x8100,
    'registrationAnswer',
    '终端注册应答',
    'Answer to registration',
    record({ ...answered, result: u8, token: when((before) => before['result'] === 0, textRest) }),
  ),
  row(0x8103, 'setParameters', '设置终端参数', 'Set parameters', record({ parameters: list(u8, parameter) })),
  row(0x8104, 'queryParameters', '查询终端参数', 'Query all parameters', nothing),
  row(0x8105, 'control', '终端控制', 'Control the terminal', record({ command: u8, parameter: textRest })),
  row(0x8106, 'queryChosenParameters', '查询指定终端参数', 'Query chosen parameters', ids),
  row(0x8107, 'queryProperties', '查询终端属性', 'Query properties', nothing),
  row(0x8108, 'upgrade', '下发终端升级包', 'Upgrade package', record({ type: u8, maker, version: textBehind(u8), data: rawBehind(u32) })),
  row(0x8201, 'queryLocation', '位置信息查询', 'Query location', nothing),
  row(0x8202, 'track', '临时位置跟踪控制', 'Track for a while', record({ intervalSeconds: u16, validSeconds: optional(u32) })),
  row(0x8203, 'confirmAlarm', '人工确认报警消息', 'Alarm confirmed by a person', record({ alarmSerial: u16, alarms: u32 })),
  row(0x8204, 'linkCheck', '链路检测', 'Link check', nothing),
  row(0x8300, 'text', '文本信息下发', 'Text', record({ flag: u8, type: since2019(u8), text: textRest })),
  row(0x8400, 'callBack', '电话回拨', 'Call back', record({ type: u8, number: textRest })),
  row(0x8500, 'vehicleControl', '车辆控制', 'Control the vehicle', record({ type: byEdition(u8, u16), parameter: optional(u8) })),
  row(0x8600, 'setCircles', '设置圆形区域', 'Set circles', areas(record({ ...area, ...point, radius: u32, ...limits, ...limits2019 }))),
  row(0x8601, 'deleteCircles', '删除圆形区域', 'Delete circles', ids),
  row(
    0x8602,
    'setRectangles',
    '设置矩形区域',
    'Set rectangles',
    areas(record({ ...area, top: u32, left: u32, bottom: u32, right: u32, ...limits, ...limits2019 })),
  ),
  row(0x8603, 'deleteRectangles', '删除矩形区域', 'Delete rectangles', ids),
  row(
    0x8604,
    'setPolygon',
    '设置多边形区域',
    'Set polygon',
    record({ ...area, ...limits, points: list(u16, record(point)), ...limits2019 }),
  ),
  row(0x8605, 'deletePolygons', '删除多边形区域', 'Delete polygons', ids),
  row(
    0x8606,
    'setRoute',
    '设置路线',
    'Set route',
    record({
      ...area,
      from: when(has(0), time),
      to: when(has(0), time),
      turns: list(
        u16,
        record({
          turnId: u32,
          sectionId: u32,
          ...point,
          width: u8,
          attribute: u8,
          longestSeconds: when(has(0), u16),
          shortestSeconds: when(has(0), u16),
          maxSpeed: when(has(1), u16),
          overspeedSeconds: when(has(1), u8),
          nightMaxSpeed: when(has(1), u16, true),
        }),
      ),
      name: since2019(textBehind(u16)),
    }),
  ),
  row(0x8607, 'deleteRoutes', '删除路线', 'Delete routes', ids),
  row(0x8700, 'recorderQuery', '行驶记录数据采集命令', 'Query recorder data', command),
  row(0x8701, 'recorderSetting', '行驶记录参数下传命令', 'Set recorder', command),
  row(0x8702, 'queryDriver', '上报驾驶员身份信息请求', 'Query driver identity', nothing),
  row(0x8800, 'mediaAnswer', '多媒体数据上传应答', 'Answer to multimedia data', record({ mediaId: u32, missing: optional(list(u8, u16)) })),
  row(
    0x8801,
    'shoot',
    '摄像头立即拍摄命令',
    'Shoot',
    record({
      channel: u8,
      command: u16,
      interval: u16,
      save: u8,
      resolution: u8,
      quality: u8,
      brightness: u8,
      contrast: u8,
      saturation: u8,
      chroma: u8,
    }),
  ),
  row(0x8802, 'searchMedia', '存储多媒体数据检索', 'Search stored multimedia', record(mediaQuery)),
  row(0x8803, 'uploadMedia', '存储多媒体数据上传命令', 'Upload stored multimedia', record({ ...mediaQuery, erase: u8 })),
  row(0x8804, 'record', '录音开始命令', 'Record sound', record({ command: u8, seconds: u16, save: u8, sampling: u8 })),
  row(0x8805, 'uploadOneMedia', '单条存储多媒体数据检索上传命令', 'Upload one stored medium', record({ mediaId: u32, erase: u8 })),
  row(0x8900, 'passDown', '数据下行透传', 'Data passed through, down', passThrough),
  row(0x8a00, 'platformKey', '平台 RSA 公钥', 'RSA key of the platform', record({ e: u32, n: raw(128) })),
  row(
    0x9101,
    'liveVideo',
    '实时音视频传输请求（JT/T 1078）',
    'Live stream (JT/T 1078)',
    record({ server: textBehind(u8), tcpPort: u16, udpPort: u16, channel: u8, mediaType: u8, streamType: u8 }),
  ),
] as const;

type Rows = (typeof bodyRows)[number];
type BodyOf<R> = R extends Row<infer K, infer V> ? { kind: K; fields: V } : never;
export type KnownBody = BodyOf<Rows>;

/** Each location stands behind its own length; their number is stated first and may be wrong in real devices. */
function locationsOf() {
  const one = within(located);
  return listToEnd(one);
}

function canFrames() {
  return record({ count: u16, received: raw(5), items: listToEnd(record({ canId: raw(4), data: raw(8) })) });
}

/** Items up to the end of the body. */
function listToEnd<T>(item: Field<T>): Field<T[]> {
  return {
    read(from, before) {
      const items: T[] = [];
      while (from.left > 0 && !from.isShort) items.push(item.read(from, before));
      return items;
    },
    write: (value, is2019, before) => value.flatMap((one) => item.write(one, is2019, before)),
    form: `{${item.form}}…`,
  };
}
