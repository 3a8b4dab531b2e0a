// What a master needs of the protocol: which answer belongs to which question, and how long it may be. Sockets, serial
// ports, timeouts and repetition are the server's.

import type { Decoder, Label } from '../protocol.ts';
import { encodeFrame, type ModbusFrame } from './frame.ts';
import { exceptionLabel } from './exceptions.table.ts';
import type { ModbusPdu } from './pdu.ts';
import { createModbusDecoder } from './stream.ts';

/** What a master may send. */
export type ModbusQuestion = Extract<ModbusPdu, { kind: 'read' | 'writeOne' | 'writeBits' | 'writeRegisters' | 'readWrite' }>;

export type ModbusAnswer =
  | { state: 'bits'; bits: boolean[] }
  | { state: 'registers'; registers: number[] }
  /** A write was carried out. */
  | { state: 'done' }
  | { state: 'refused'; code: number; label: Label }
  /** Sound, but no answer to this question: from another device, another transaction, another function or length. */
  | { state: 'stray'; reason: string };

/** The question as a frame for TCP. @throws RangeError as `encodeFrame`. */
export function askTcp(unit: number, question: ModbusQuestion, transactionId: number): Uint8Array {
  return encodeFrame({ transport: 'tcp', transactionId, unit, pdu: question });
}

/** The question as a frame for a serial line. @throws RangeError as `encodeFrame`. */
export function askRtu(unit: number, question: ModbusQuestion): Uint8Array {
  return encodeFrame({ transport: 'rtu', transactionId: null, unit, pdu: question });
}

/** Reads answers from a TCP connection; several questions may be under way. */
export function createTcpAnswerDecoder(): Decoder<ModbusFrame> {
  return createModbusDecoder({ transport: 'tcp', side: 'response' });
}

/** Reads the answer to one question from a serial line: a refusal (5 bytes) or just the length the question calls for. */
export function createRtuAnswerDecoder(question: ModbusQuestion): Decoder<ModbusFrame> {
  return createModbusDecoder({ transport: 'rtu', side: 'response', lengths: [5, rtuAnswerBytes(question)] });
}

/** Bytes of a full RTU answer, address and CRC included. */
export function rtuAnswerBytes(question: ModbusQuestion): number {
  if (question.kind === 'read') return 5 + (question.function <= 2 ? Math.ceil(question.count / 8) : question.count * 2);
  return question.kind === 'readWrite' ? 5 + question.count * 2 : 8;
}

/** Judges a frame as the answer to a question. `transactionId` is null on serial lines. */
export function matchAnswer(
  asked: { unit: number; transactionId: number | null; question: ModbusQuestion },
  frame: ModbusFrame,
): ModbusAnswer {
  const { question } = asked;
  const { pdu } = frame;
  if (frame.unit !== asked.unit) return stray(`unit ${frame.unit} instead of ${asked.unit}`);
  if (frame.transactionId !== asked.transactionId) return stray(`transaction ${frame.transactionId} instead of ${asked.transactionId}`);
  if (pdu.function !== question.function) return stray(`function ${pdu.function} instead of ${question.function}`);
  if (pdu.kind === 'exception') return { state: 'refused', code: pdu.code, label: exceptionLabel(pdu.code) };
  if (pdu.kind === 'bits' && question.kind === 'read') {
    if (pdu.bits.length !== Math.ceil(question.count / 8) * 8) return stray(`${pdu.bits.length} bits instead of ${question.count}`);
    return { state: 'bits', bits: pdu.bits.slice(0, question.count) };
  }
  if (pdu.kind === 'registers' && (question.kind === 'read' || question.kind === 'readWrite')) {
    if (pdu.registers.length !== question.count) return stray(`${pdu.registers.length} registers instead of ${question.count}`);
    return { state: 'registers', registers: pdu.registers };
  }
  return matchWrite(question, pdu);
}

function matchWrite(question: ModbusQuestion, pdu: ModbusPdu): ModbusAnswer {
  if (pdu.kind === 'writeOne' && question.kind === 'writeOne') {
    const isEcho = pdu.address === question.address && pdu.value === question.value;
    return isEcho ? { state: 'done' } : stray('the device confirms another value');
  }
  if (pdu.kind === 'written' && (question.kind === 'writeBits' || question.kind === 'writeRegisters')) {
    const count = question.kind === 'writeBits' ? question.bits.length : question.registers.length;
    return pdu.address === question.address && pdu.count === count ? { state: 'done' } : stray('the device confirms another range');
  }
  return stray(`${pdu.kind} does not answer ${question.kind}`);
}

function stray(reason: string): ModbusAnswer {
  return { state: 'stray', reason };
}
