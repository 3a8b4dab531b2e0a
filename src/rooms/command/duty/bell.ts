import type { AlarmPriority } from '#kernel/alarm/alarm.ts';

// The sound of an alarm: two tones by WebAudio, no file. The higher the priority, the higher and the more often repeated;
// after the idea of IEC 60601-1-8 (priority told by tempo and count of pulses), not its exact pulses. Browsers let a page
// sound only after a first click.

interface Tune {
  /** Hertz, first and second tone. */
  tones: readonly [number, number];
  /** Seconds a tone lasts. */
  length: number;
  pairs: number;
}

const tunes: Record<AlarmPriority, Tune> = {
  critical: { tones: [988, 740], length: 0.14, pairs: 4 },
  high: { tones: [880, 659], length: 0.18, pairs: 3 },
  medium: { tones: [659, 523], length: 0.24, pairs: 2 },
  low: { tones: [523, 440], length: 0.3, pairs: 1 },
};

export interface Bell {
  ring(priority: AlarmPriority): void;
}

/** The permission to sound holds as long as the page is not reloaded, also when the officer comes back from another page. */
let held: Bell | null = null;

export function heldBell(): Bell | null {
  return held;
}

/** Call from a click. @throws Error when the browser has no WebAudio or does not let it start */
export async function openBell(): Promise<Bell> {
  const audio = new AudioContext();
  await audio.resume();
  held = {
    ring(priority) {
      const { tones, length, pairs } = tunes[priority];
      const start = audio.currentTime + 0.02;
      for (let index = 0; index < pairs * 2; index += 1) {
        sound(audio, tones[index % 2 === 0 ? 0 : 1], start + index * length + Math.floor(index / 2) * length * 0.5, length);
      }
    },
  };
  return held;
}

function sound(audio: AudioContext, hertz: number, at: number, length: number): void {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.type = 'triangle';
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.35, at + 0.012);
  volume.gain.setValueAtTime(0.35, at + length - 0.03);
  volume.gain.linearRampToValueAtTime(0, at + length);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + length);
}
