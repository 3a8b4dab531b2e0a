import { connect, type Socket } from 'node:net';
import type { Timer } from '#kernel/clock/clock.ts';
import type { Reading, Signal } from '#kernel/observation/reading.ts';
import { askTcp, createTcpAnswerDecoder, matchAnswer } from '#protocols/modbus/master.ts';
import { planReads, readingsOf, type PlannedRead } from '#protocols/modbus/poll.ts';
import { keep, readingOf, type EndpointOptions, type Source, type SourceState } from '../endpoints/endpoint.ts';
import type { ModbusPoll } from './modbusPolls.ts';

// Asking a Modbus TCP device for its registers on a schedule. A round is one connection and one question after the other: small
// controllers take few connections and answer one question at a time. A round that fails is a gap; the next comes as planned.

const answerMs = 3_000;

/** Asks until closed; never rejects, its state says how it goes. */
export function pollModbus(poll: ModbusPoll, options: EndpointOptions): Source {
  const { clock, pipeline } = options;
  const label = `modbus://${poll.host}:${poll.port}/${poll.unit} ${poll.device}`;
  const reads = planReads(poll.map);
  let state: SourceState = { is: 'waiting', sinceMs: clock.nowMs(), error: null };
  let timer: Timer | null = null;
  let running: Promise<void> | null = null;
  let isClosed = false;

  function change(is: SourceState['is'], error: string | null): void {
    const sinceMs = state.is === is ? state.sinceMs : clock.nowMs();
    state = { is, sinceMs, error };
    pipeline.counters.count('modbus', 'poll', is === 'connected' ? 'good' : 'failed');
  }

  async function round(): Promise<void> {
    try {
      const values = await askAll(poll, reads, options);
      const signal = signalOf(poll, values, clock.nowMs(), label);
      const outcome = await keep(options, signal, 'trusted');
      change(outcome === 'kept' ? 'connected' : 'waiting', outcome === 'kept' ? null : outcome);
    } catch (error) {
      change('waiting', (error as Error).message);
    }
  }

  function start(): void {
    // The next round is planned from the beginning of this one; one that takes longer leaves the ones in between out.
    timer = clock.after(poll.everySeconds * 1000, start);
    if (running !== null) return pipeline.counters.count('modbus', 'poll', 'skipped');
    running = round().finally(() => {
      running = null;
    });
  }

  start();
  return {
    protocol: 'modbus',
    label,
    state: () => state,
    async close() {
      if (isClosed) return;
      isClosed = true;
      timer?.cancel();
      await running;
    },
  };

  function signalOf(of: ModbusPoll, readings: Reading[], receivedAtMs: number, remote: string): Signal {
    const raw = JSON.stringify(readings.map(({ channel, quantity, value }) => [channel, quantity, value]));
    return { protocol: 'modbus', deviceKey: `modbus:${of.device}`, receivedAtMs, remote, readings, raw };
  }
}

/** Asks every question over one connection. Rejects with the first thing that goes wrong; then nothing of the round counts. */
async function askAll(poll: ModbusPoll, reads: readonly PlannedRead[], { clock, pipeline }: EndpointOptions): Promise<Reading[]> {
  const socket = connect({ host: poll.host, port: poll.port, noDelay: true });
  const decoder = createTcpAnswerDecoder();
  const result: Reading[] = [];
  try {
    for (const [index, read] of reads.entries()) {
      const asked = { unit: poll.unit, transactionId: index, question: read.question };
      socket.write(askTcp(poll.unit, read.question, index));
      const answer = await within(clock, socket, (bytes) => {
        for (const decoded of decoder.push(Uint8Array.from(bytes))) {
          if (!decoded.ok) throw new Error(`${decoded.code}: ${decoded.message}`);
          const matched = matchAnswer(asked, decoded.message);
          if (matched.state !== 'stray') return matched;
        }
        return null;
      });
      if (answer.state === 'refused') throw new Error(`the device refuses with exception ${answer.code}: ${answer.label.en}`);
      const values = answer.state === 'bits' ? answer.bits : answer.state === 'registers' ? answer.registers : [];
      const { readings, problems } = readingsOf(read, values);
      for (const { rule } of problems) pipeline.counters.count('modbus', 'reading', rule);
      // The device has no clock: its values are of the moment they were read.
      result.push(...readings.map((reading) => readingOf({ ...reading, atMs: clock.nowMs() }, 'good')));
    }
    return result;
  } finally {
    socket.destroy();
  }
}

/** The first thing `take` makes of what arrives. Rejects when the connection fails or nothing comes in time. */
function within<T>(clock: EndpointOptions['clock'], socket: Socket, take: (bytes: Buffer) => T | null): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = clock.after(answerMs, () => end(() => reject(new Error('no answer within 3 s'))));
    function end(settle: () => void): void {
      timer.cancel();
      socket.off('data', onData).off('error', onError).off('close', onClose);
      socket.on('error', () => {});
      settle();
    }
    function onData(bytes: Buffer): void {
      try {
        const taken = take(bytes);
        if (taken !== null) end(() => resolve(taken));
      } catch (error) {
        end(() => reject(error));
      }
    }
    const onError = (error: Error) => end(() => reject(error));
    const onClose = () => end(() => reject(new Error('the device closed the connection')));
    socket.on('data', onData).on('error', onError).on('close', onClose);
  });
}
