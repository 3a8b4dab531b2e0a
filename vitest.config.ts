import { defineConfig } from 'vitest/config';

// Three kinds of tests: pure ones, ones that ask a real PostgreSQL, journeys in a real browser. Tests hold no global state,
// so files share one process (about thirteen times faster than a process for each).

const postgresTests = 'src/**/*.pg.test.ts';

export default defineConfig({
  test: {
    isolate: false,
    // A busy machine must not fail a test that is merely slow.
    testTimeout: 20_000,
    pool: 'threads',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: ['src/**/*.test.{ts,tsx}', 'counties/**/*.test.ts', 'house/**/*.test.ts'],
          exclude: [postgresTests],
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          sequence: { groupOrder: 1 },
          include: [postgresTests],
          globalSetup: ['./house/postgres.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['journeys/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          sequence: { concurrent: false, groupOrder: 2 },
        },
      },
    ],
  },
});
