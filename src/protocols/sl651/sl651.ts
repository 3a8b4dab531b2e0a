// SL 651-2014 (水文监测数据通信规约): frames from hydrologic stations (rain, river, reservoir, groundwater, soil) to the centre
// over TCP or serial radio. HEX/BCD coding.

import type { BcdTime } from '../bcdTime.ts';
import { createFrameDecoder } from '../frameStream.ts';
import type { Protocol } from '../protocol.ts';
import { stationClasses, statusBits } from './codes.table.ts';
import { elementIds, elements, series } from './elements.table.ts';
import { frameRule, maxFrameBytes } from './frame.ts';
import { functionOf } from './functions.table.ts';
import type { Part, Sl651Message } from './message.ts';
import { identifier, toReadings } from './readings.ts';

export const sl651: Protocol<Sl651Message> = {
  id: 'sl651',
  label: { zh: '水文遥测', en: 'Hydrologic telemetry' },
  standard: 'SL 651-2014',
  transport: 'tcp',
  frameForm: 'hex',
  maxFrameBytes,
  createDecoder: () => createFrameDecoder(frameRule),
  describe(message) {
    return {
      ...message,
      functionCode: identifier(message.functionCode),
      functionName: functionOf(message.functionCode)?.label ?? null,
      sentAt: message.sentAt === null ? null : describeTime(message.sentAt),
      parts: message.parts.map((part) => describePart(part, message.functionCode)),
      ...toReadings(message),
    };
  },
};

function describePart(part: Part, functionCode: number): object {
  if (part.kind === 'station') {
    return { ...part, className: part.classCode === null ? null : (stationClasses[part.classCode] ?? null) };
  }
  if (part.kind === 'observedAt') return { ...part, time: describeTime(part.time) };
  if (part.kind !== 'element') return part;
  const id = identifier(part.id);
  const isSetting = functionCode >= 0x40 && part.id !== elementIds.status;
  return { ...part, id, ...(isSetting ? {} : describeElement(part.id, part.values[0] ?? null)) };
}

function describeElement(id: number, value: number | null): object {
  if (id === elementIds.status && value !== null) {
    return { states: statusBits.flatMap(({ bit, one, zero }) => (((value >>> bit) & 1) === 1 ? [one] : zero === undefined ? [] : [zero])) };
  }
  const isLevels = id >= elementIds.levelSeries && id <= elementIds.lastLevelSeries;
  const row = id === elementIds.rainSeries ? series.rain : isLevels ? series.level : elements.get(id);
  return { name: row?.label ?? null, unit: row?.unit ?? null };
}

function describeTime(time: BcdTime): object {
  return { ...time, at: time.atMs === null ? null : new Date(time.atMs).toISOString() };
}
