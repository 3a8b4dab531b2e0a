// What the centre sends back. A device that sets bit A of Flag repeats its message (10 s, three tries) until it hears:
// 9014 for data, 9013 for a notice, 9011 that a request is understood, 9012 how an operation ended (HJ 212-2017). An
// answer carries the QN of what it answers, so the device can match it.

import { encodeFrame } from './frame.ts';
import { flagBits, type Hj212Message, type Item } from './message.ts';
import { writeDataSegment } from './dataSegment.ts';

/** System type of every answer: system interaction. */
const interaction = '91';
/** Uploads that are notices, not data. */
const noticeCommands: ReadonlySet<string> = new Set(['1013', '2012', '2022']);

/** Puts a message into a frame ready to be sent. */
export function encodeMessage(message: Hj212Message): Uint8Array {
  return encodeFrame(writeDataSegment(message));
}

/**
 * The frame that acknowledges an upload, or null when the device waits for none. Send it only once the message is
 * durable: after it, the device forgets the data.
 */
export function answerTo(message: Hj212Message): Uint8Array | null {
  if (!flagBits(message.flag).needsAnswer || message.command.startsWith('9')) return null;
  return noticeCommands.has(message.command) ? noticeAnswer(message) : dataAnswer(message);
}

/** 9014: the data have arrived. */
export function dataAnswer(to: Hj212Message): Uint8Array {
  return answer(to, '9014', []);
}

/** 9013: the notice has arrived. */
export function noticeAnswer(to: Hj212Message): Uint8Array {
  return answer(to, '9013', []);
}

/** 9011: what becomes of a request; `result` is a key of `requestAnswers`. */
export function requestAnswer(to: Hj212Message, result: number): Uint8Array {
  return answer(to, '9011', [[{ name: 'QnRtn', value: String(result) }]]);
}

/** 9012: how an operation ended; `result` is a key of `executionResults`. */
export function executionResult(to: Hj212Message, result: number): Uint8Array {
  return answer(to, '9012', [[{ name: 'ExeRtn', value: String(result) }]]);
}

function answer(to: Hj212Message, command: string, items: Item[]): Uint8Array {
  return encodeMessage({
    requestNumber: to.requestNumber,
    systemType: interaction,
    command,
    password: to.password,
    deviceId: to.deviceId,
    // The sender's version; neither package numbers nor a further answer.
    flag: flagBits(to.flag).version << 2,
    packageCount: null,
    packageNumber: null,
    items,
    otherFields: [],
  });
}
