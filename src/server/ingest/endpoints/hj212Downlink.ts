import { encodeMessage } from '#protocols/hj212/answer.ts';
import type { Hj212Message, Item } from '#protocols/hj212/message.ts';
import { writeRequestNumber, writeTime } from '#protocols/hj212/time.ts';
import type { DeviceAnswer, Encode, Parameters } from '../commands/commandDesk.ts';

// Commands of HJ 212-2017: a request with its QN; the device answers 9011 (whether it will), then data under the same QN where it
// was asked for some, then 9012 (how it went).

type Request = { command: string; items: Item[] };

function requestOf(command: string, parameters: Parameters, atMs: number): Request | null {
  if (command === 'setTime') return { command: '1012', items: [[{ name: 'SystemTime', value: writeTime(atMs) }]] };
  if (command === 'queryTime') return { command: '1011', items: [] };
  if (command === 'queryNow') return { command: '2011', items: [] };
  if (command === 'setInterval') return { command: '1062', items: [[{ name: 'RtdInterval', value: String(parameters['seconds']) }]] };
  return null;
}

/** Version 1 (HJ 212-2017), answer wanted. */
const requestFlag = 5;

/**
 * How to tell something to the device a message came from.
 * @param key its password; the one it sent where none is on file
 */
export function hj212Encode(from: Hj212Message, key: string | null): Encode {
  return (command, parameters, atMs) => {
    const request = requestOf(command, parameters, atMs);
    if (request === null) return null;
    const requestNumber = writeRequestNumber(atMs);
    const { systemType, deviceId, password } = from;
    const bytes = encodeMessage({
      ...request,
      requestNumber,
      systemType,
      deviceId,
      password: key ?? password,
      flag: requestFlag,
      packageCount: null,
      packageNumber: null,
      otherFields: [],
    });
    return { bytes, reference: requestNumber };
  };
}

/** What a message answers, if it answers something. */
export function hj212Answer(message: Hj212Message): DeviceAnswer | null {
  const { requestNumber: reference, command, items } = message;
  if (reference === null) return null;
  const said = Object.fromEntries(items.flat().map(({ name, value }) => [name, value]));
  if (command === '9011') return { reference, state: said['QnRtn'] === '1' ? 'received' : 'refused', answer: said };
  if (command === '9012') return { reference, state: said['ExeRtn'] === '1' ? 'done' : 'failed', answer: said };
  return command.startsWith('9') ? null : { reference, state: 'received', answer: said };
}
