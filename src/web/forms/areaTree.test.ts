import { expect, test } from 'vitest';
import type { Area } from '#kernel/area/area.ts';
import { areaTree } from './areaTree.ts';

const anArea = (code: string, parentCode: string | null): Area => ({
  code,
  parentCode,
  level: 'township',
  name: { zh: code, en: code },
  lon: null,
  lat: null,
  demo: false,
});

test('divisions stand under their parents; one whose parent is unknown is a root', () => {
  const tree = areaTree([anArea('341322100', '341322'), anArea('341322', null), anArea('999999001', '999999')], (text) => text.zh);
  expect(tree.map((node) => node.value)).toEqual(['341322', '999999001']);
  expect(tree[0]?.children.map((node) => node.value)).toEqual(['341322100']);
});
