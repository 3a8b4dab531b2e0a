import type { Clock, Timer } from '#kernel/clock/clock.ts';
import type { Peer } from '../endpoints/wire.ts';

// Commands towards devices: query, set, reset, the time. A command waits until its device is on the line, is sent, sent again when
// nothing comes back, and ends with what the device said or with the end of its time. Every step is written into its receipt. The
// rows are the truth: after a restart the desk goes on with those that had not ended.

export type CommandState =
  /** The device is not on the line. */
  | 'waiting'
  | 'sent'
  /** The device has it and works on it. */
  | 'received'
  | 'done'
  /** The device says no, or cannot be told in its protocol. */
  | 'refused'
  /** The device tried and failed. */
  | 'failed'
  /** Its time ended first. */
  | 'expired';

const ended: ReadonlySet<CommandState> = new Set(['done', 'refused', 'failed', 'expired']);

export type Parameters = Readonly<Record<string, string | number>>;

export interface OpenCommand {
  id: string;
  deviceKey: string;
  command: string;
  parameters: Parameters;
  expiresAtMs: number;
  /** Times it was sent so far. */
  attempts: number;
}

/** A step of a command, to be written into its row. */
export interface CommandStep {
  id: string;
  state: CommandState;
  atMs: number;
  attempts: number;
  /** What the device said; null where it said nothing yet. */
  answer: Record<string, unknown> | null;
}

/** A command put into a frame; null where the protocol has none for it. `reference` is how the answer will be known. */
export type Encode = (command: string, parameters: Parameters, atMs: number) => { bytes: Uint8Array; reference: string } | null;

export interface DeviceAnswer {
  reference: string;
  state: Extract<CommandState, 'received' | 'done' | 'refused' | 'failed'>;
  answer: Record<string, unknown>;
}

export interface CommandDesk {
  /** A device has been heard on a connection and can be told something there. */
  online(deviceKey: string, peer: Peer, encode: Encode): void;
  gone(peer: Peer): void;
  /** What came back; false when nothing was asked under that reference. */
  answered(deviceKey: string, answer: DeviceAnswer): boolean;
  take(command: OpenCommand): void;
  isOnline(deviceKey: string): boolean;
  stop(): void;
}

export interface DeskOptions {
  clock: Clock;
  /** Writes a step down; called in order for each command. */
  onStep: (step: CommandStep) => void;
}

/** How long a device has to answer, and how often it is told. GB/T 26875.3 and HJ 212 name 10 s and three times as usual. */
const answerMs = 10_000;
const mostAttempts = 3;

interface Underway extends OpenCommand {
  state: CommandState;
  reference: string | null;
  timer: Timer | null;
  expiry: Timer;
  /** Sendings since the device last came on the line. */
  tries: number;
}

interface Line {
  peer: Peer;
  encode: Encode;
}

export function createCommandDesk({ clock, onStep }: DeskOptions): CommandDesk {
  const lines = new Map<string, Line>();
  const open = new Map<string, Underway[]>();

  function step(command: Underway, state: CommandState, answer: Record<string, unknown> | null): void {
    command.state = state;
    onStep({ id: command.id, state, atMs: clock.nowMs(), attempts: command.attempts, answer });
    if (ended.has(state)) forget(command);
  }

  function forget(command: Underway): void {
    command.timer?.cancel();
    command.expiry.cancel();
    const rest = (open.get(command.deviceKey) ?? []).filter((other) => other !== command);
    if (rest.length > 0) open.set(command.deviceKey, rest);
    else open.delete(command.deviceKey);
  }

  function send(command: Underway, line: Line): void {
    const frame = line.encode(command.command, command.parameters, clock.nowMs());
    if (frame === null) return step(command, 'refused', { reason: 'unsupported' });
    command.attempts += 1;
    command.tries += 1;
    command.reference = frame.reference;
    command.timer = clock.after(answerMs, () => hearNothing(command));
    step(command, 'sent', null);
    line.peer.send(frame.bytes);
  }

  function hearNothing(command: Underway): void {
    command.timer = null;
    const line = lines.get(command.deviceKey);
    if (line && command.tries < mostAttempts) send(command, line);
    else step(command, 'waiting', null);
  }

  /** One command at a time is under way to a device: simple ones mix answers up. */
  function next(deviceKey: string): void {
    const line = lines.get(deviceKey);
    const commands = open.get(deviceKey) ?? [];
    if (!line || commands.some(({ timer }) => timer !== null)) return;
    const command = commands.find(({ state, tries }) => state === 'waiting' && tries < mostAttempts);
    if (command) send(command, line);
  }

  return {
    online(deviceKey, peer, encode) {
      const isNew = lines.get(deviceKey)?.peer !== peer;
      lines.set(deviceKey, { peer, encode });
      if (isNew) for (const command of open.get(deviceKey) ?? []) command.tries = 0;
      if (open.has(deviceKey)) next(deviceKey);
    },
    gone(peer) {
      for (const [deviceKey, line] of lines) if (line.peer === peer) lines.delete(deviceKey);
    },
    answered(deviceKey, { reference, state, answer }) {
      const command = open.get(deviceKey)?.find((one) => one.reference === reference);
      if (command === undefined) return false;
      command.timer?.cancel();
      // Whoever works on it may take longer; the end of its time still ends it.
      command.timer = null;
      step(command, state, answer);
      next(deviceKey);
      return true;
    },
    take(given) {
      const command: Underway = {
        ...given,
        state: 'waiting',
        reference: null,
        timer: null,
        tries: 0,
        expiry: clock.after(Math.max(0, given.expiresAtMs - clock.nowMs()), () => {
          step(command, 'expired', null);
          next(given.deviceKey);
        }),
      };
      open.set(given.deviceKey, [...(open.get(given.deviceKey) ?? []), command]);
      next(given.deviceKey);
    },
    isOnline: (deviceKey) => lines.has(deviceKey),
    stop() {
      for (const commands of open.values())
        for (const { timer, expiry } of commands) {
          timer?.cancel();
          expiry.cancel();
        }
      open.clear();
    },
  };
}
