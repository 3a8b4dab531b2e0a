import { expect, test } from 'vitest';
import type { PageDeclaration } from '#rooms/pages.ts';
import { isCurrent, maySee, menuFor, pageAt, startFor } from './menu.ts';

const aPage = (change: Partial<PageDeclaration>): PageDeclaration => ({
  path: '/desk',
  label: { zh: '值班台', en: 'Desk' },
  room: 'command',
  mood: 'desk',
  icon: 'desk',
  load: () => Promise.reject(new Error('not loaded in this test')),
  ...change,
});

const pages = [
  aPage({ roles: ['dutyOfficer'], startOf: ['dutyOfficer'] }),
  aPage({ path: '/map' }),
  aPage({ path: '/incidents/$id', icon: undefined }),
  aPage({ path: '/accounts', room: 'administration', roles: ['administrator'] }),
];

test('a person finds only pages the roles allow, and the administration last', () => {
  expect(menuFor(pages, ['viewer']).map((entry) => entry.path)).toEqual(['/map', '/registers', '/outbox']);
  expect(menuFor(pages, ['administrator', 'dutyOfficer']).map((entry) => entry.path)).toEqual([
    '/desk',
    '/map',
    '/registers',
    '/outbox',
    '/accounts',
  ]);
});

test('a duty officer starts at the desk, others at the first page they may see', () => {
  expect(startFor(pages, ['dutyOfficer'])).toBe('/desk');
  expect(startFor(pages, ['viewer'])).toBe('/map');
});

test('a page without roles is for everybody', () => {
  expect(maySee({}, [])).toBe(true);
  expect(maySee({ roles: ['administrator'] }, ['viewer'])).toBe(false);
});

test('an address finds its page, also with a part that varies', () => {
  expect(pageAt(pages, '/incidents/123')?.path).toBe('/incidents/$id');
  expect(pageAt(pages, '/incidents')).toBeUndefined();
});

test('a menu entry is current on the pages below it', () => {
  const [entry] = menuFor([aPage({ path: '/map' })], []);
  expect(entry && isCurrent(entry, '/map/x')).toBe(true);
  expect(entry && isCurrent(entry, '/mapping')).toBe(false);
});
