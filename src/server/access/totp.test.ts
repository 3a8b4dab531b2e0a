import { describe, expect, test } from 'vitest';
import { acceptedStep, base32, otpauthUri, stepOf, totpAt } from './totp.ts';

// Vectors of RFC 6238 appendix B (the secret is the ASCII digits 1234567890 repeated to the length of the hash) and of
// RFC 4648 §10.

const ascii = (length: number) => Buffer.from('1234567890'.repeat(7).slice(0, length));
const secrets = { sha1: ascii(20), sha256: ascii(32), sha512: ascii(64) };

describe('codes agree with RFC 6238 appendix B', () => {
  test.each([
    [59, '94287082', '46119246', '90693936'],
    [1111111109, '07081804', '68084774', '25091201'],
    [1111111111, '14050471', '67062674', '99943326'],
    [1234567890, '89005924', '91819424', '93441116'],
    [2000000000, '69279037', '90698825', '38618901'],
    [20000000000, '65353130', '77737706', '47863826'],
  ])('at second %i', (second, sha1, sha256, sha512) => {
    const step = stepOf(second * 1000);
    expect(totpAt(secrets.sha1, step, { digits: 8 })).toBe(sha1);
    expect(totpAt(secrets.sha256, step, { digits: 8, algorithm: 'sha256' })).toBe(sha256);
    expect(totpAt(secrets.sha512, step, { digits: 8, algorithm: 'sha512' })).toBe(sha512);
  });
});

test('codes agree with RFC 4226 appendix D', () => {
  const codes = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'];
  expect(codes.map((_, counter) => totpAt(secrets.sha1, counter))).toEqual(codes);
});

test('Base32 agrees with RFC 4648, without its padding', () => {
  expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(Buffer.from(text)))).toEqual([
    '',
    'MY',
    'MZXQ',
    'MZXW6',
    'MZXW6YQ',
    'MZXW6YTB',
    'MZXW6YTBOI',
  ]);
});

describe('a code', () => {
  const atMs = 1_234_567_890_000;
  const step = stepOf(atMs);

  test('counts half a minute early or late, for a clock that is off, and no further', () => {
    const accepted = [-2, -1, 0, 1, 2].map((shift) => acceptedStep(secrets.sha1, totpAt(secrets.sha1, step + shift), atMs, 0));
    expect(accepted).toEqual([null, step - 1, step, step + 1, null]);
  });

  test('counts once', () => {
    expect(acceptedStep(secrets.sha1, totpAt(secrets.sha1, step), atMs, step)).toBeNull();
    expect(acceptedStep(secrets.sha1, totpAt(secrets.sha1, step + 1), atMs, step)).toBe(step + 1);
  });

  test('that is no six digits is no code', () => {
    for (const code of ['', '12345', '1234567', '12345a', '１２３４５６']) expect(acceptedStep(secrets.sha1, code, atMs, 0)).toBeNull();
  });
});

test('the address for the QR code names issuer and account', () => {
  expect(otpauthUri(Buffer.from('foobar'), '安澜', 'li.ming')).toBe(
    'otpauth://totp/%E5%AE%89%E6%BE%9C:li.ming?secret=MZXW6YTBOI&issuer=%E5%AE%89%E6%BE%9C&digits=6&period=30',
  );
});
