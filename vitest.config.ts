import { defineConfig } from 'vitest/config';

/** Of a test in milliseconds: a busy machine takes seconds for the few that try thousands of inputs. */
const testTimeout = 30_000;

export default defineConfig({
  test: {
    // Of two cores Vitest leaves one idle by default.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/*.test.ts'],
          environment: 'node',
          // Most files are pure, and take a fraction of the time in one module graph.
          isolate: false,
          testTimeout,
        },
      },
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.tsx'],
          environment: 'happy-dom',
          testTimeout,
        },
      },
    ],
  },
});
