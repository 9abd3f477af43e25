import { startVitest } from 'vitest/node';

interface Played {
  readonly passed: readonly string[];
  readonly failed: readonly { readonly name: string; readonly why: string }[];
}

/** Runs files of tests by themselves, without a word: what is said is what comes back. */
export async function playTests(files: readonly string[], only: string): Promise<Played> {
  const vitest = await startVitest('test', [...files], {
    watch: false,
    reporters: [{}],
    ...(only === '' ? {} : { testNamePattern: only }),
  });
  const passed: string[] = [];
  const failed: { name: string; why: string }[] = [];
  for (const module of vitest.state.getTestModules()) {
    for (const error of module.errors()) failed.push({ name: module.moduleId, why: error.message });
    for (const test of module.children.allTests()) {
      const { state, errors } = test.result();
      if (state === 'passed') passed.push(test.name);
      if (state !== 'failed') continue;
      failed.push({ name: test.name, why: errors?.[0]?.message ?? 'no reason was given' });
    }
  }
  await vitest.close();
  process.exitCode = 0; // A wrong hand is a number here.
  return { passed, failed };
}
