import { describe, expect, test } from 'vitest';
import { aLaw, aLine, anAsk, aPermit, leader, permit } from './caseBuilders.ts';
import { holds } from './condition.ts';
import { decide, whyNot } from './decide.ts';
import { gateWords } from './gateWords.ts';
import { applyMoves } from './randomHistory.ts';

const submitted = aPermit({ state: 'submitted' });
const submission = decide(anAsk());
const running = applyMoves([], submission.ok ? submission.value.clocks : []);
const grant = anAsk({
  action: 'grant',
  actor: leader,
  current: submitted,
  note: '可',
  history: [aLine('submit', 'a')],
  deadlines: running,
});
const at = (text: string) => new Date(`${text}+08:00`);

describe('two officers', () => {
  const visit = anAsk({ action: 'visit', current: submitted });
  const both = { certificate: '皖1', second: '丙', secondCertificate: '皖2' };

  test('are two people with two certificates', () => {
    expect(decide({ ...visit, input: both })).toMatchObject({ ok: true });
  });

  test.each([
    ['the same person twice', { ...both, second: ' 甲 ' }],
    ['one certificate for both', { ...both, secondCertificate: '皖1' }],
    ['nobody named', { certificate: '皖1' }],
  ])('not %s', (_, input) => {
    expect(decide({ ...visit, input })).toMatchObject({
      ok: false,
      code: 'two-officers',
      status: 422,
      clause: '第四十二条',
      fields: [{ field: 'second' }],
    });
  });

  test('do not bar the button: they are named in the form', () => {
    expect(whyNot(visit, 'visit')).toBeNull();
  });
});

describe('what was done before', () => {
  test('an objection must be heard before the answer, again after a second one', () => {
    const objected = [...grant.history, aLine('object', 'c')];
    expect(decide({ ...grant, history: objected })).toMatchObject({
      ok: false,
      code: 'case-gate-closed',
      text: { zh: expect.stringContaining('“听取异议”') },
    });
    expect(decide({ ...grant, history: [...objected, aLine('hear', 'c')] })).toMatchObject({ ok: true });
    expect(decide({ ...grant, history: [...objected, aLine('hear', 'c'), aLine('object', 'c')] })).toMatchObject({ ok: false });
  });

  test('a document counts when an action made it or when it is on file', () => {
    const hot = { ...grant, current: aPermit({ state: 'submitted', kind: 'hot' }) };
    expect(decide(hot)).toMatchObject({ ok: false, code: 'case-document-missing', text: { zh: '须先有《核查记录》' } });
    expect(decide({ ...hot, history: [...grant.history, aLine('visit', 'a')] })).toMatchObject({ ok: true });
    expect(decide({ ...hot, documents: [{ document: 'visitRecord', at: '2026-07-01' }] })).toMatchObject({ ok: true });
  });

  test('an open child case holds its parent', () => {
    const child = { subcase: 'appeal', type: 'appeal', id: 'x', title: '', state: 'open', final: false };
    expect(decide({ ...grant, subcases: [child] })).toMatchObject({ ok: false, code: 'case-subcase-open' });
    expect(decide({ ...grant, subcases: [{ ...child, final: true }] })).toMatchObject({ ok: true });
  });
});

describe('time', () => {
  test('an objection comes within its clock or not at all; the last day still counts', () => {
    const object = anAsk({ action: 'object', current: submitted, deadlines: running });
    expect(decide({ ...object, at: at('2026-07-06T23:59:59') })).toMatchObject({ ok: true });
    expect(decide({ ...object, at: at('2026-07-07T00:00:00') })).toMatchObject({
      ok: false,
      code: 'case-too-late',
      text: { zh: expect.stringContaining('期限至 2026-07-06') },
    });
    expect(decide({ ...object, deadlines: [] })).toMatchObject({ ok: false, code: 'case-too-late' });
  });

  test('something grave is answered only after the time to object', () => {
    const grave = { ...grant, current: aPermit({ state: 'submitted', isGrave: true }) };
    expect(decide({ ...grave, at: at('2026-07-06T10:00:00') })).toMatchObject({
      ok: false,
      code: 'case-too-early',
      text: { en: expect.stringContaining('after 2026-07-06') },
    });
    expect(decide({ ...grave, at: at('2026-07-07T00:00:00') })).toMatchObject({ ok: true });
  });
});

test('conditions read fields, lists, numbers and what was done', () => {
  const facts = { values: { a: 'x', many: ['p', 'q'], paid: 5, due: 7, empty: null }, history: [aLine('one', 'a'), aLine('two', 'a')] };
  const all = [
    holds({ field: 'a', is: ['x', 'y'] }, facts),
    holds({ field: 'many', is: ['q'] }, facts),
    holds({ field: 'paid', atLeast: 5 }, facts),
    holds({ field: 'empty', filled: false }, facts),
    holds({ done: ['two'], since: ['one'] }, facts),
    holds({ allOf: [{ field: 'a', is: ['x'] }, { not: { field: 'paid', atLeastField: 'due' } }] }, facts),
  ];
  expect(all).toEqual([true, true, true, true, true, true]);
  expect(
    holds(
      {
        anyOf: [
          { done: ['one'], since: ['two'] },
          { field: 'missing', atLeast: 1 },
        ],
      },
      facts,
    ),
  ).toBe(false);
});

test('every gate of the example has words in both languages', () => {
  const named = {
    clock: (id: string) => aLaw.rule(id)?.label ?? { zh: id, en: id },
    document: (id: string) => aLaw.document(id) ?? { zh: id, en: id },
  };
  for (const action of Object.values(permit.actions)) {
    for (const gate of action.gates ?? []) {
      const words = gateWords(permit, gate, named);
      expect(words.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(words.en).toMatch(/[a-z]/);
    }
  }
});
