// Reads a register map with as few questions as the device allows, and turns the answers into readings.

import type { ModbusQuestion } from './master.ts';
import { limits } from './pdu.ts';
import { typeRegisters, type RegisterMap, type RegisterPoint, type RegisterTable } from './registerMap.ts';
import { readValue } from './registerValue.ts';

export interface PlannedRead {
  question: Extract<ModbusQuestion, { kind: 'read' }>;
  points: RegisterPoint[];
}

export interface ModbusReading {
  channel: string;
  quantity: string;
  /** In `unit`; a bit is 0 or 1. */
  value: number;
  unit: string | null;
}

export interface ModbusReadings {
  readings: ModbusReading[];
  /** Points without a usable value. */
  problems: { channel: string; quantity: string; address: number; rule: 'invalid' | 'notANumber' | 'precision' | 'missing' }[];
}

const functions: Record<RegisterTable, 1 | 2 | 3 | 4> = { coil: 1, discreteInput: 2, holding: 3, input: 4 };

/**
 * The fewest reads that cover all points: by table and address, as long as gap and length allow. (Taking each point into
 * the read before it whenever it fits is least, since a read begun later reaches no further back.)
 */
export function planReads({ points, maxRegisters, maxGap }: RegisterMap): PlannedRead[] {
  const planned: PlannedRead[] = [];
  for (const [table, code] of Object.entries(functions)) {
    const most = code <= 2 ? limits.readBits : maxRegisters;
    const sorted = points.filter((point) => point.table === table).sort((a, b) => a.address - b.address);
    let current: PlannedRead | null = null;
    for (const point of sorted) {
      const end = point.address + typeRegisters[point.type];
      if (current !== null) {
        const { address, count } = current.question;
        if (point.address - (address + count) <= maxGap && end - address <= most) {
          current.question.count = Math.max(count, end - address);
          current.points.push(point);
          continue;
        }
      }
      current = { question: { kind: 'read', function: code, address: point.address, count: end - point.address }, points: [point] };
      planned.push(current);
    }
  }
  return planned;
}

/** Readings of one answered read. `values` are its registers, or its bits as 0 and 1. */
export function readingsOf({ question, points }: PlannedRead, values: readonly (number | boolean)[]): ModbusReadings {
  const result: ModbusReadings = { readings: [], problems: [] };
  for (const point of points) {
    const { channel, quantity, unit, address } = point;
    const at = address - question.address;
    const own = values.slice(at, at + typeRegisters[point.type]).map(Number);
    const read = own.length === typeRegisters[point.type] ? readValue(point, own) : ({ ok: false, rule: 'missing' } as const);
    if (read.ok) result.readings.push({ channel, quantity, value: read.value, unit });
    else result.problems.push({ channel, quantity, address, rule: read.rule });
  }
  return result;
}
