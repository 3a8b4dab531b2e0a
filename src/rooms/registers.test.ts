import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Text } from '#kernel/language/text.ts';
import { checkValue } from '#kernel/register/check.ts';
import type { Field } from '#kernel/register/field.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { caseById, registerById, registers } from './rooms.ts';

// What holds for every register, whatever it is about. A new one is checked here without a line of its own.

/** Columns every record has; a field of that name would collide with them. */
const ownColumns = [
  'id',
  'areaCode',
  'version',
  'demo',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'removedAt',
  'removedWhy',
  'archivedAt',
  'state',
  'openedAt',
  'closedAt',
  'caseVersion',
];
/** Names a list's address uses itself, so a field of that name cannot be filtered by. */
const addressWords = ['cursor', 'sort', 'q', 'archived', 'columns', 'mode'];

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const fieldsOf = (declaration: RegisterDeclaration) => Object.entries(declaration.fields);

const targetOf = (field: Extract<Field, { kind: 'reference' }>) => registerById(field.register) ?? caseById(field.register);
const areDifferent = (texts: readonly string[]) => new Set(texts).size === texts.length;

interface Named {
  name: string;
  field: Field;
}

/** Names of the fields a rule finds wrong. */
function wrongFields(declaration: RegisterDeclaration, isWrong: (named: Named) => boolean): string[] {
  return fieldsOf(declaration)
    .filter(([name, field]) => isWrong({ name, field }))
    .map(([name]) => name);
}

/** Every text of a declaration a person reads, with where it stands. */
function textsOf(declaration: RegisterDeclaration): [where: string, text: Text][] {
  const texts: [string, Text][] = [
    ['label', declaration.label],
    ['singular', declaration.singular],
    ['empty', declaration.empty],
  ];
  for (const [name, field] of fieldsOf(declaration)) texts.push(...textsOfField(name, field));
  return texts;
}

function textsOfField(name: string, field: Field): [string, Text][] {
  const texts: [string, Text][] = [[`${name} label`, field.label]];
  if (field.hint) texts.push([`${name} hint`, field.hint]);
  if (field.kind === 'count') texts.push([`${name} unit`, field.unit]);
  if (field.kind === 'text' && field.pattern) texts.push([`${name} rule`, field.pattern.rule]);
  if (field.kind === 'choice' || field.kind === 'list') {
    for (const [option, text] of Object.entries(field.options)) texts.push([`${name} option ${option}`, text]);
  }
  return texts;
}

test.each(registers)('$id is said in both languages', (declaration) => {
  const bad = textsOf(declaration).filter(([, { zh, en }]) => zh.trim() === '' || en.trim() === '');
  expect(bad).toEqual([]);
});

test.each(registers)('$id says in English what it says in Chinese', (declaration) => {
  // The number of a document of the State Council or a ministry (国办发〔2024〕5号) has no English form.
  const withoutNumbers = (text: string) => text.replaceAll(/[\u3400-\u9fff]+〔\d{4}〕\d+号/g, '');
  const chinese = textsOf(declaration).filter(([, { en }]) => /[\u3400-\u9fff]/.test(withoutNumbers(en)));
  expect(chinese).toEqual([]);
});

test.each(registers)('$id names its records by a required text', (declaration) => {
  const title = declaration.fields[declaration.title];
  expect(title?.kind).toBe('text');
  expect(title?.required).toBe(true);
  expect(title?.sensitive).toBeUndefined();
});

test.each(registers)('$id refers only to registers and cases on the list', (declaration) => {
  expect(wrongFields(declaration, ({ field }) => field.kind === 'reference' && !targetOf(field))).toEqual([]);
});

test.each(registers)('$id is drawn on the map by a point or a geometry, and a register with a place is drawn', (declaration) => {
  const places = fieldsOf(declaration).filter(([, field]) => field.kind === 'point' || field.kind === 'geometry');
  const names = places.map(([name]) => name);
  expect(declaration.located ? names.includes(declaration.located) : names.length === 0).toBe(true);
});

test.each(registers)('$id offers different things to choose in each of its choices', (declaration) => {
  const isPoor = ({ field }: Named) => {
    if (field.kind !== 'choice' && field.kind !== 'list') return false;
    if (field.kind === 'choice' && field.dictionary) return Object.keys(field.options).length > 0;
    const labels = Object.values(field.options);
    return labels.length < 2 || !areDifferent(labels.map(({ zh }) => zh)) || !areDifferent(labels.map(({ en }) => en));
  };
  expect(wrongFields(declaration, isPoor)).toEqual([]);
});

test.each(registers)('$id gives its fields names the database and a list can take', (declaration) => {
  const table = snake(declaration.id);
  expect(table).toMatch(/^[a-z][a-z0-9_]{0,61}$/);
  const isBad = ({ name }: Named) =>
    !/^[a-z][a-zA-Z0-9]*$/.test(name) ||
    [...ownColumns, ...addressWords].includes(name) ||
    // PostgreSQL cuts longer names of indexes, and two of them could become one.
    `${table}_${snake(name)}_unique`.length > 62;
  expect(wrongFields(declaration, isBad)).toEqual([]);
  expect(areDifferent(fieldsOf(declaration).map(([name]) => snake(name)))).toBe(true);
});

test.each(registers)('$id keeps its ranges the right way round and its patterns compile', (declaration) => {
  const isTurned = ({ field }: Named) =>
    (field.kind === 'count' || field.kind === 'measure') && (field.min ?? -Infinity) >= (field.max ?? Infinity);
  expect(wrongFields(declaration, isTurned)).toEqual([]);
  for (const [, field] of fieldsOf(declaration)) if (field.kind === 'text' && field.pattern) checkValue(field, 'x');
});

test.each(registers)('$id may be read by whoever may write it', (declaration) => {
  expect(declaration.access.write.length).toBeGreaterThan(0);
  expect(declaration.access.write.filter((role) => !declaration.access.read.includes(role))).toEqual([]);
});

test.each(registers)('$id refers only to what its readers may open', (declaration) => {
  const isShut = ({ field }: Named) => {
    const readers = field.kind === 'reference' ? targetOf(field)?.access.read : undefined;
    return readers !== undefined && declaration.access.read.some((role) => !readers.includes(role));
  };
  expect(wrongFields(declaration, isShut)).toEqual([]);
});

test.each(registers)('$id keeps identity numbers from whoever only looks on', (declaration) => {
  const isOpen = ({ field }: Named) =>
    field.kind === 'text' &&
    field.check === 'idNumber' &&
    (!field.sensitive || field.sensitive.includes('viewer') || declaration.access.read.includes('viewer'));
  expect(wrongFields(declaration, isOpen)).toEqual([]);
});

test('no two registers share an id, a label or a name for one record', () => {
  const picks: ((one: RegisterDeclaration) => string)[] = [
    ({ id }) => id,
    ({ label }) => label.zh,
    ({ label }) => label.en,
    ({ singular }) => singular.zh,
    ({ singular }) => singular.en,
  ];
  for (const pick of picks) {
    const names = registers.map(pick);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  }
  const tables = registers.map(({ id }) => snake(id));
  expect(new Set(tables).size).toBe(tables.length);
});

test('the list is alphabetical, so a register is found at once', () => {
  const ids = registers.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort());
});

test('each stands in the folder of its room', () => {
  const folders = new Map(
    globSync('*/*/*.register.ts', { cwd: join(import.meta.dirname) }).map((path) => [
      basename(path, '.register.ts'),
      path.split(/[\\/]/)[0],
    ]),
  );
  expect(registers.filter(({ id, room }) => folders.get(id) !== room).map(({ id }) => id)).toEqual([]);
});

test.each(registers)('$id makes a field depend on a choice, a flag or a list of its own', (declaration) => {
  const isBad = ({ field }: Named) => {
    const on = field.when && declaration.fields[field.when.field];
    if (!field.when) return false;
    if (!on || on.when) return true;
    const options = on.kind === 'choice' || on.kind === 'list' ? Object.keys(on.options) : null;
    return options ? field.when.is.some((value) => !options.includes(String(value))) : on.kind !== 'flag';
  };
  expect(wrongFields(declaration, isBad)).toEqual([]);
});
