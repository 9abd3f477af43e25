import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const src = (path: string) => fileURLToPath(new URL(`./packages/${path}`, import.meta.url));

// Tests run against the sources; what users install is tested from packed packages apart.
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@nova-act\/core\/runtime$/, replacement: src('core/src/runtime.ts') },
      { find: /^@nova-act\/core$/, replacement: src('core/src/index.ts') },
      { find: /^@nova-act\/workflow$/, replacement: src('workflow/src/index.ts') },
      { find: /^@nova-act\/rules\/page$/, replacement: src('rules/src/page-reader.ts') },
      { find: /^@nova-act\/rules$/, replacement: src('rules/src/index.ts') },
      { find: /^@nova-act\/local$/, replacement: src('local/src/index.ts') },
      { find: /^@nova-act\/playwright-test$/, replacement: src('playwright-test/src/index.ts') },
    ],
  },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    // Files share their worker's modules: to load them anew for each is a third of the time of all tests.
    isolate: false,
    setupFiles: ['test/support/clean-slate.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for comes late on a busy machine.
    expect: { poll: { timeout: 20_000 } },
  },
});
