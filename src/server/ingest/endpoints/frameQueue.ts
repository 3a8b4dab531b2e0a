import type { Clock, Timer } from '#kernel/clock/clock.ts';

// The frames of one connection between decoder and log. Only so many are on their way at once and only so many a second;
// beyond that the socket is not read, the device's own TCP fills up, and nothing is lost.

export interface FrameQueueOptions<F> {
  clock: Clock;
  /** Frames handled at once. */
  unacknowledged: number;
  framesPerSecond: number;
  /** Must not reject: whatever goes wrong with a frame is the handler's business. */
  handle: (frame: F) => Promise<void>;
  pause: () => void;
  resume: () => void;
  /** The sender is faster than allowed; called once each time it is held back. */
  onFlooding: () => void;
}

export interface FrameQueue<F> {
  push(frames: readonly F[]): void;
  /** Resolves when everything pushed so far has been handled. */
  drained(): Promise<void>;
  /** Forgets what has not been begun. */
  stop(): void;
}

export function createFrameQueue<F>(options: FrameQueueOptions<F>): FrameQueue<F> {
  const { clock, unacknowledged, framesPerSecond, handle } = options;
  let frames: F[] = [];
  let inFlight = 0;
  let isPaused = false;
  let isFlooding = false;
  let timer: Timer | null = null;
  let waiting: (() => void)[] = [];
  /** Frames that may pass now; refilled with time, so a pause allows a burst of one second's worth. */
  let allowance = framesPerSecond;
  let refilledMs = clock.nowMs();

  function refill(): void {
    const nowMs = clock.nowMs();
    allowance = Math.min(framesPerSecond, allowance + ((nowMs - refilledMs) * framesPerSecond) / 1000);
    refilledMs = nowMs;
  }

  function drain(): void {
    refill();
    while (frames.length > 0 && inFlight < unacknowledged && allowance >= 1) begin(frames.shift() as F);
    holdBack(frames.length > 0);
    if (frames.length > 0 && allowance < 1) waitForAllowance();
    else isFlooding = false;
    if (frames.length === 0 && inFlight === 0) finish();
  }

  function begin(frame: F): void {
    allowance -= 1;
    inFlight += 1;
    void handle(frame).finally(() => {
      inFlight -= 1;
      drain();
    });
  }

  function holdBack(wanted: boolean): void {
    if (wanted === isPaused) return;
    isPaused = wanted;
    if (wanted) options.pause();
    else options.resume();
  }

  function waitForAllowance(): void {
    if (!isFlooding) options.onFlooding();
    isFlooding = true;
    timer ??= clock.after(Math.max(10, 1000 / framesPerSecond), () => {
      timer = null;
      drain();
    });
  }

  function finish(): void {
    const done = waiting;
    waiting = [];
    for (const resolve of done) resolve();
  }

  return {
    push(more) {
      if (more.length === 0) return;
      frames.push(...more);
      drain();
    },
    drained: () => (frames.length === 0 && inFlight === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    stop() {
      frames = [];
      timer?.cancel();
      timer = null;
    },
  };
}
