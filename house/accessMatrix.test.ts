import { expect, test } from 'vitest';
import { drawMatrix } from '../docs/accessMatrix.ts';
import { readSource, repository } from './sources.ts';

test('docs/access-matrix.md says what the declarations say; after a change run `node docs/accessMatrix.ts`', () => {
  expect(readSource(repository, 'docs/access-matrix.md')).toBe(drawMatrix());
});
