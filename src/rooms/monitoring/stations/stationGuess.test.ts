import { expect, test } from 'vitest';
import { guessKind, guessName } from './stationGuess.ts';

const sending = (protocol: string, ...names: string[]) => ({
  protocol,
  quantities: names.map((quantity) => ({ channel: '', quantity, unit: null, value: 1 })),
});

test('the protocol tells fire and environment apart from the rest', () => {
  expect(guessKind(sending('gb26875', 'state'))).toBe('fire');
  expect(guessKind(sending('hj212', 'a21005'))).toBe('environment');
});

test('a device on MQTT is known by what it measures', () => {
  expect(guessKind(sending('mqtt', 'battery', 'waterLevel'))).toBe('water');
  expect(guessKind(sending('mqtt', 'rainfall'))).toBe('rain');
  expect(guessKind(sending('http', 'CH4'))).toBe('gas');
  expect(guessKind(sending('mqtt', 'x'))).toBe('other');
});

test('a station is first named after the address of its device', () => {
  expect(guessName('hj212:Y80110010000010')).toBe('Y80110010000010');
  expect(guessName('plain')).toBe('plain');
});
