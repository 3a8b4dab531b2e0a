import { expect, test } from 'vitest';
import { levelColours, moods, onLevel } from './tokens.ts';

/** Contrast ratio of two colours, 1 to 21; WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const readable = 4.5;
const isReadable = ({ ratio }: { ratio: number }) => ratio >= readable;

test.each(['office', 'desk'] as const)('every text colour of the %s mood is readable on its panel and ground', (mood) => {
  const t = moods[mood];
  const texts = [t.text, t.textSecond, t.textThird, t.link, t.redText, t.orangeText, t.yellowText, t.blueText, t.greenText];
  for (const colour of texts) {
    expect({ colour, ratio: contrast(colour, t.panel) }).toSatisfy(isReadable);
    expect({ colour, ratio: contrast(colour, t.background) }).toSatisfy(isReadable);
  }
  expect(contrast('#ffffff', t.action)).toBeGreaterThanOrEqual(readable);
});

test('the character on a level colour is readable', () => {
  for (const colour of Object.values(levelColours)) expect({ colour, ratio: contrast(onLevel, colour) }).toSatisfy(isReadable);
});
