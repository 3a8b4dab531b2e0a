import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeAll, mutated } from '../decoderChecks.ts';
import { seededRandom } from '../seededRandom.ts';
import { cma } from './cma.ts';
import { readHeadline } from './headline.ts';
import { warningsInForce } from './inForce.ts';
import { divisionPrefix, readWarning, touchesDivision, type CmaWarning } from './warning.ts';

const fixture = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const heat = fixture('fixtures/observatory.xml');
const gale = fixture('../cap/fixtures/china-12379-style.xml');

function warningOf(xml: string): CmaWarning {
  const result = readWarning(xml);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.warning;
}

test('the county observatory warning is understood from identifier, headline and code', () => {
  expect(warningOf(heat)).toMatchObject({
    identifier: '37061441600000_20260801133303',
    agencyCode: '37061441600000',
    agency: '蓬莱区气象台',
    act: 'change',
    kind: '高温',
    eventCode: '11B09',
    colour: 'red',
    divisions: [{ code: '370614000000', name: '蓬莱' }],
    sentAtMs: Date.parse('2026-08-01T13:31:00+08:00'),
    expiresAtMs: Date.parse('2026-08-02T13:32:19+08:00'),
    references: ['37061441600000_20260727120039'],
    texts: [
      { language: 'en-US', event: 'high temperature' },
      { language: 'zh-CN', event: '高温' },
    ],
    notes: [],
    xml: heat,
  });
});

test('the message of the national platform gives the same picture', () => {
  expect(warningOf(gale)).toMatchObject({
    agency: '河南省气象局',
    act: 'issue',
    kind: '大风',
    eventCode: '11B06',
    colour: 'blue',
    dialect: 'national',
  });
});

test.each([
  ['萧县气象台发布暴雨橙色预警信号', '萧县气象台', 'issue', '暴雨', 'orange', null],
  ['萧县气象台2026年7月1日8时继续发布大雾黄色预警信号[III级/较重]', '萧县气象台2026年7月1日8时', 'continue', '大雾', 'yellow', 'yellow'],
  ['宿州市气象台解除雷电黄色预警信号', '宿州市气象台', 'lift', '雷电', 'yellow', null],
  ['河南省气象局发布大风蓝色预警[IV级/一般]', '河南省气象局', 'issue', '大风', 'blue', 'blue'],
  ['宿州市气象台升级发布雷雨大风红色预警信号【Ⅰ级/特别严重】', '宿州市气象台', 'change', '雷雨大风', 'red', 'red'],
])('%s', (text, agency, act, kind, colour, gradeColour) => expect(readHeadline(text)).toEqual({ agency, act, kind, colour, gradeColour }));

test('a document in another encoding is read as well', () => {
  const text = `\ufeff${heat.replace('encoding="UTF-8"', 'encoding="UTF-16"')}`;
  const bytes = Uint8Array.from({ length: text.length * 2 }, (_, at) => (text.charCodeAt(at >> 1) >> (at % 2 === 0 ? 0 : 8)) & 0xff);
  expect(readWarning(bytes)).toMatchObject({ ok: true, warning: { kind: '高温', agency: '蓬莱区气象台' } });
});

test('a headline of another form, contradictions and a missing area are noted, not hidden', () => {
  expect(readHeadline('高温来了')).toBeNull();
  const odd = warningOf(
    heat.replaceAll('<severity>Extreme', '<severity>Minor').replaceAll('<value>370614000000</value>', '<value>x</value>'),
  );
  expect(odd.notes.map(({ rule }) => rule)).toEqual(['contradiction', 'required']);
  expect(odd.colour).toBe('red');
  expect(readWarning(heat.replace(/<info>[\s\S]*<\/info>/, ''))).toMatchObject({ ok: false, problems: [{ path: 'alert/info' }] });
});

test('divisions are compared by what their codes say', () => {
  expect(['340000000000', '341300000000', '341322000000', '341322100000', '341322100201'].map(divisionPrefix)).toEqual([
    '34',
    '3413',
    '341322',
    '341322100',
    '341322100201',
  ]);
  const county = { divisions: [{ code: '341322000000', name: null }] };
  for (const inside of ['341322', '341322100', '341322100201', '341300000000', '34']) expect(touchesDivision(county, inside)).toBe(true);
  for (const outside of ['341321', '341321100', '35']) expect(touchesDivision(county, outside)).toBe(false);
});

const hour = 3_600_000;
const start = Date.UTC(2026, 6, 1);
function aWarning(id: string, hours: number, more: Partial<CmaWarning> = {}): CmaWarning {
  return {
    ...warningOf(heat),
    identifier: id,
    msgType: 'Alert',
    act: 'issue',
    references: [],
    sentAtMs: start + hours * hour,
    effectiveAtMs: start + hours * hour,
    expiresAtMs: null,
    ...more,
  };
}
const ids = (list: readonly CmaWarning[]) => list.map(({ identifier }) => identifier);
const at = (hours: number) => start + hours * hour;

test('an update replaces what it names, a cancellation lifts it, and neither needs to come last', () => {
  const chain = [
    aWarning('a', 0),
    aWarning('b', 1, { msgType: 'Update', references: ['a'] }),
    aWarning('c', 2, { msgType: 'Cancel', references: ['b'] }),
  ];
  expect(ids(warningsInForce(chain.slice(0, 2).reverse(), at(3)).inForce)).toEqual(['b']);
  const { inForce, ended } = warningsInForce(chain.toReversed(), at(3));
  expect(inForce).toEqual([]);
  expect(ended.map(({ warning, why, by }) => [warning.identifier, why, by])).toEqual([
    ['a', 'replaced', 'b'],
    ['b', 'lifted', 'c'],
  ]);
});

test('when the link between is missing, the cancellation still ends what the agency said of the kind', () => {
  const other = aWarning('rain', 0, { kind: '暴雨', eventCode: '11B03' });
  const cancel = aWarning('c', 2, { msgType: 'Cancel', references: ['b'] });
  const { inForce, orphans } = warningsInForce([aWarning('a', 0), other, cancel], at(3));
  expect(ids(inForce)).toEqual(['rain']);
  expect(orphans).toEqual([{ identifier: 'c', missing: ['b'] }]);
  const lifted = aWarning('l', 2, { act: 'lift' });
  expect(ids(warningsInForce([aWarning('a', 0), lifted], at(3)).inForce)).toEqual([]);
});

test('expired ones end by themselves, later ones wait, exercises stand apart, repeats count once', () => {
  const list = [
    aWarning('old', 0, { expiresAtMs: at(2) }),
    aWarning('next', 1, { effectiveAtMs: at(9) }),
    aWarning('x', 1, { status: 'Exercise' }),
  ];
  const { inForce, coming, ended } = warningsInForce([...list, ...list], at(3));
  expect([ids(inForce), ids(coming), ended.map(({ why }) => why)]).toEqual([[], ['next'], ['expired']]);
  expect(ids(warningsInForce(list, at(3), 'Exercise').inForce)).toEqual(['x']);
});

test('two that name each other end with the later one in force', () => {
  const [a, b] = [aWarning('a', 0, { msgType: 'Update', references: ['b'] }), aWarning('b', 0, { msgType: 'Update', references: ['a'] })];
  expect(ids(warningsInForce([a, b], at(1)).inForce)).toEqual(['b']);
});

test('whatever order a hundred messages come in, the same are in force', () => {
  const random = seededRandom(9);
  for (let run = 0; run < 50; run += 1) {
    const list = Array.from({ length: 100 }, (_, n) =>
      aWarning(`w${n}`, random.below(20), {
        msgType: random.pick(['Alert', 'Alert', 'Update', 'Cancel'] as const),
        references: random.below(3) === 0 ? [] : [`w${random.below(120)}`],
        eventCode: random.pick(['11B03', '11B09']),
        expiresAtMs: random.pick([null, at(10 + random.below(20))]),
      }),
    );
    const shuffled = list.map((warning) => ({ warning, key: random.below(1e9) })).sort((a, b) => a.key - b.key);
    const again = warningsInForce([...shuffled.map(({ warning }) => warning), ...list.slice(0, 20)], at(15));
    const once = warningsInForce(list, at(15));
    expect(ids(again.inForce)).toEqual(ids(once.inForce));
    expect(again.ended.map(({ warning }) => warning.identifier)).toEqual(once.ended.map(({ warning }) => warning.identifier));
  }
});

test('two thousand mutated warnings are read or refused, in one piece or many', { timeout: 60_000 }, () => {
  const random = seededRandom(14);
  const bytes = new TextEncoder().encode(gale);
  for (let run = 0; run < 2000; run += 1) {
    const document = mutated(bytes, random);
    const cut = random.below(document.length + 1);
    const results = decodeAll(cma.createDecoder(), document.subarray(0, cut), document.subarray(cut));
    expect(results).toEqual(decodeAll(cma.createDecoder(), document));
    expect(results).toHaveLength(1);
  }
});
