// Colours of the two moods. Contrast against the panel was computed (WCAG): desk text 14.2, 9.3, 6.3 to 1. Saturated colour
// is kept for level and overdue. Fills in level colours carry dark text: white reaches only 3.3 on blue and red.

export type Mood = 'office' | 'desk';

export interface MoodTokens {
  background: string;
  panel: string;
  raised: string;
  line: string;
  text: string;
  textSecond: string;
  textThird: string;
  /** Links and the focus ring. */
  link: string;
  /** Fill of the main button, with white text. */
  action: string;
  selected: string;
  /** Level and overdue as text on the panel. */
  redText: string;
  orangeText: string;
  yellowText: string;
  blueText: string;
  greenText: string;
}

export const moods: Record<Mood, MoodTokens> = {
  office: {
    background: '#f2f4f7',
    panel: '#ffffff',
    raised: '#f7f9fb',
    line: '#d6dee7',
    text: '#15212d',
    textSecond: '#3f5163',
    textThird: '#566879',
    link: '#1d5a99',
    action: '#1f5f9e',
    selected: '#e3edf7',
    redText: '#b3191f',
    orangeText: '#9a4a00',
    yellowText: '#7a5b00',
    blueText: '#1357b8',
    greenText: '#1c6b41',
  },
  desk: {
    background: '#0b1622',
    panel: '#101f30',
    raised: '#16283c',
    line: '#1f3449',
    text: '#e6eef6',
    textSecond: '#b3c3d3',
    textThird: '#8ea2b6',
    link: '#8fbcec',
    action: '#2f6aa8',
    selected: '#1b3550',
    redText: '#ff7a7e',
    orangeText: '#ff9233',
    yellowText: '#ffd23f',
    blueText: '#6aa6ff',
    greenText: '#6cc598',
  },
};

/** Warning levels (预警级别), I to IV. The fill is the same in both moods; text on it is `onLevel`. */
export const levelColours = { red: '#ff4d52', orange: '#ff9233', yellow: '#ffd23f', blue: '#3d8bff' } as const;
export type Level = keyof typeof levelColours;
export const onLevel = '#0b1622';

/** Custom properties that the style sheets use: `panel` becomes `--panel`, `textSecond` `--text-second`. */
export function customProperties(mood: Mood): [name: string, value: string][] {
  const all = { ...moods[mood], ...levelColours, onLevel };
  return Object.entries(all).map(([name, value]) => [`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value]);
}
