// HJ 212-2017 (污染物在线监控（监测）系统数据传输标准): text frames over TCP from stations that watch air, water, noise
// and the outlets of enterprises. HJ/T 212-2005 devices speak the same frame with older codes and are read alike.

import { createFrameDecoder } from '../frameStream.ts';
import type { Protocol } from '../protocol.ts';
import { systemTypes } from './codes.table.ts';
import { commands } from './commands.table.ts';
import { frameRule, maxFrameBytes } from './frame.ts';
import { flagBits, type Hj212Message } from './message.ts';
import { pollutants } from './pollutants.table.ts';
import { toReadings } from './readings.ts';

export const hj212: Protocol<Hj212Message> = {
  id: 'hj212',
  label: { zh: '污染物在线监测', en: 'Environmental monitoring' },
  standard: 'HJ 212-2017',
  transport: 'tcp',
  frameForm: 'text',
  lineEnd: Uint8Array.of(0x0d, 0x0a),
  maxFrameBytes,
  createDecoder: () => createFrameDecoder(frameRule),
  describe(message) {
    const { readings, problems } = toReadings(message);
    return {
      ...message,
      systemTypeName: systemTypes[message.systemType] ?? null,
      commandName: commands.get(message.command) ?? null,
      flagBits: flagBits(message.flag),
      readings: readings.map((reading) => ({
        ...reading,
        name: pollutants.get(reading.quantity)?.label ?? null,
        at: reading.atMs === null ? null : new Date(reading.atMs).toISOString(),
      })),
      problems,
    };
  },
};
