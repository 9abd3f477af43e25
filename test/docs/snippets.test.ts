import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningLocalService, startLocalService } from '@nova-act/local';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { PAGES } from '../readme/code-blocks.js';
import { programsOf, writePrograms } from '../readme/programs.js';
import { BROWSER_ARGS, chromiumEnv } from '../support/chromium.js';
import { serveSites } from './sites.js';

const programs = PAGES.flatMap(programsOf).filter(({ needsAws, isTest }) => !needsAws && !isTest);
const written = writePrograms('snippets', programs);
const folder = mkdtempSync(join(tmpdir(), 'nova-act-docs-'));
const startedIn = process.cwd();
let service: RunningLocalService;
let sites: Awaited<ReturnType<typeof serveSites>>;

beforeAll(async () => {
  service = await startLocalService();
  sites = await serveSites(service.gymUrl);
  for (const [name, value] of Object.entries({
    // With a workflow as with IAM, without one as with a key.
    ...service.env,
    NOVA_ACT_WORKFLOW_AUTH: 'iam',
    ...chromiumEnv(),
    NOVA_ACT_BROWSER_ARGS: JSON.stringify([...BROWSER_ARGS, ...sites.browserArgs]),
    PASSWORD: 'correct horse battery',
  })) {
    vi.stubEnv(name, value);
  }
  // What a program writes beside itself stays out of the repository.
  process.chdir(folder);
});
afterAll(async () => {
  process.chdir(startedIn);
  vi.unstubAllEnvs();
  await sites[Symbol.asyncDispose]();
  await service.stop();
  written[Symbol.dispose]();
  rmSync(folder, { recursive: true, force: true });
});

it.each(programs.map((program) => ({ ...program, place: `${program.readme}:${program.line}` })))(
  'the program at $place runs, prints what the page says, and leaves no run behind',
  async (program) => {
    const printed: string[] = [];
    const print = (...values: unknown[]) => printed.push(values.map(shown).join(' '));
    using _log = vi.spyOn(console, 'log').mockImplementation(print);
    await import(written.fileOf(program));
    if (program.prints !== undefined) expect(printed.join('\n')).toMatch(pattern(program.prints));
    expect(service.runs().filter(({ status }) => status === 'RUNNING')).toEqual([]);
  },
);

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** What the page shows, where `…` stands for anything. */
function pattern(text: string): RegExp {
  const literal = text.trim().replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll('…', '[^]*')}$`);
}
