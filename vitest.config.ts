import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts', 'tests/*.test.ts'], environment: 'node' },
      },
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        // As @preact/preset-vite does for the builds; virtua asks for React.
        resolve: { alias: { react: 'preact/compat', 'react-dom': 'preact/compat' } },
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.tsx'],
          environment: 'happy-dom',
          server: { deps: { inline: ['virtua'] } },
        },
      },
    ],
  },
});
