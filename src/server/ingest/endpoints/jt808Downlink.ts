import { command } from '#protocols/jt808/answer.ts';
import type { KnownBody } from '#protocols/jt808/bodies.table.ts';
import type { Jt808Message } from '#protocols/jt808/message.ts';
import type { DeviceAnswer, Encode, Parameters } from '../commands/commandDesk.ts';

// Commands of JT/T 808: the terminal answers under the serial of the command, with the general answer or one of its own.

/** Parameter 0x0029: interval of reports by default, in seconds (JT/T 808, table of terminal parameters). */
const reportInterval = 0x0029;
const interval = (seconds: number): string => seconds.toString(16).toUpperCase().padStart(8, '0');

function bodyOf(name: string, parameters: Parameters): KnownBody | null {
  if (name === 'queryPosition') return { kind: 'queryLocation', fields: {} };
  if (name === 'queryParameters') return { kind: 'queryParameters', fields: {} };
  if (name === 'setInterval')
    return { kind: 'setParameters', fields: { parameters: [{ id: reportInterval, raw: interval(Number(parameters['seconds'])) }] } };
  if (name === 'reset') return { kind: 'control', fields: { command: resetCommand, parameter: '' } };
  return null;
}

/** Command word 4 of 0x8105: terminal reset. */
const resetCommand = 4;

/** How to tell something to the terminal a message came from. */
export function jt808Encode(from: Jt808Message, nextSerial: () => number): Encode {
  return (name, parameters) => {
    const body = bodyOf(name, parameters);
    if (body === null) return null;
    const serial = nextSerial();
    return { bytes: Buffer.concat(command(from, serial, body)), reference: String(serial) };
  };
}

/** What a message answers, if it answers something. */
export function jt808Answer({ body }: Jt808Message): DeviceAnswer | null {
  if (body.kind === 'terminalAnswer') {
    const { answeredSerial, result } = body.fields;
    return { reference: String(answeredSerial), state: result === 0 ? 'done' : 'refused', answer: { result } };
  }
  if (body.kind === 'locationAnswer' || body.kind === 'parameters') {
    const { answeredSerial, ...answer } = body.fields;
    return { reference: String(answeredSerial), state: 'done', answer };
  }
  return null;
}
