import { expect, test } from 'vitest';
import { layoutOf } from '../layout.ts';
import { inertialModule } from './inertialModule.ts';
import { hasWasmSimd } from './wasmKernel.ts';

const places = { z: 4096, h: 8192, n2: 12_288, qx: [16_384, 20_480], qy: [24_576, 28_672] } as const;

test('the module is valid WebAssembly of about a kilobyte, for private and for shared memory', () => {
  for (const isShared of [false, true]) {
    const bytes = inertialModule(layoutOf(30, 14), places, 1, isShared);
    expect(WebAssembly.validate(bytes)).toBe(true);
    expect(bytes.length).toBeLessThan(4000);
  }
  expect(hasWasmSimd()).toBe(true);
});

test('the module is the same bytes each time it is made', () => {
  const make = () => Buffer.from(inertialModule(layoutOf(30, 14), places, 1, false)).toString('hex');
  expect(make()).toBe(make());
});
