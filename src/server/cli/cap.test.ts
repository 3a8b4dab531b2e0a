import { expect, test } from 'vitest';
import { fileURLToPath } from 'node:url';
import { readCap } from '#protocols/cap/read.ts';
import { capCommand } from './cap.ts';

const path = (name: string) => fileURLToPath(new URL(`../../protocols/cap/fixtures/${name}`, import.meta.url));

async function run(args: string[], input = '', language: 'zh' | 'en' = 'zh'): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  async function* stdin() {
    yield await Promise.resolve(input);
  }
  const code = await capCommand(args, {
    stdin: stdin(),
    print: (line) => void out.push(line),
    complain: (line) => void err.push(line),
    language,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('valid files are named with their dialect, wrong ones with every place and rule', async () => {
  const good = await run(['validate', path('canada.cap'), path('china-12379-style.xml'), path('weather_index.atom')]);
  expect(good.code).toBe(0);
  expect(good.out).toMatch(/有效 · 国家平台格式（12379） · 41000041600000_20200205105119/);
  expect(good.out).toMatch(/weather_index\.atom: 索引，指向 \d+ 条预警/);
  const bad = await run(['validate', path('invalid.cap'), path('no_link.atom')], '', 'en');
  expect(bad.code).toBe(1);
  expect(bad.out).toMatch(/invalid\.cap: not valid\n {4}alert\/scope missing \(required\)/);
  expect(bad.out).toMatch(/feed\/entry\[1\] the entry has no link \(link\)/);
});

test('with --json each file is one object', async () => {
  const { out } = await run(['validate', path('noaa_errors.cap'), '--json']);
  expect(JSON.parse(out)).toMatchObject({ valid: false, documents: [{ ok: false }] });
});

test('the national message becomes valid CAP and comes back the same', async () => {
  const there = await run(['convert', path('china-12379-style.xml')]);
  expect(there).toMatchObject({ code: 0 });
  expect(there.err).toMatch(/alert\/references 按推定填写/);
  expect(readCap(there.out)).toMatchObject({ ok: true, alert: { info: [{ event: '大风', severity: 'Minor' }] } });
  const back = await run(['convert', '-', '--to', 'national'], there.out);
  expect(back).toMatchObject({ code: 0, err: '' });
  expect(back.out).toMatch(/<sendTime>2020-02-05 10:45:00\+08:00<\/sendTime>/);
});

test('what cannot be converted is said, a wrong call shows the usage', async () => {
  expect(await run(['convert', path('canada.cap')], '', 'en')).toMatchObject({ code: 1, err: expect.stringMatching(/eventCode missing/) });
  expect(await run(['convert', path('weather_index.atom')])).toMatchObject({ code: 1, err: expect.stringMatching(/文件里没有预警/) });
  expect(await run(['validate', '/nowhere.xml'])).toMatchObject({ code: 2, err: expect.stringMatching(/读不了/) });
  for (const args of [[], ['validate'], ['convert', 'x', '--to', 'pdf'], ['validate', '--jsn']])
    expect(await run(args)).toMatchObject({ code: 2, err: expect.stringMatching(/anlan cap validate/) });
});
