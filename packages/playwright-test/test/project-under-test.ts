import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type LocalModel,
  type RunningLocalService,
  rulesModel,
  startLocalService,
} from '@nova-act/local';
import { chromiumEnv } from '../../../test/support/chromium.js';

const PACKAGE = fileURLToPath(new URL('..', import.meta.url));
const PAGES: Record<string, string> = {
  '/': '<title>Shop</title><h1>Shop</h1><a href="/lamps">Lamps</a> <a href="/chairs">Chairs</a>',
  '/lamps': `<title>Lamps</title><h1>Lamps</h1>
    <button onclick="this.textContent = 'Bought'">Buy the desk lamp</button>`,
  '/chairs': '<title>Chairs</title><h1>Chairs</h1>',
};

/** One result of a test, as Playwright's JSON report has it. */
export interface Result {
  status: string;
  retry: number;
  errors: { message: string }[];
  error?: { message: string; location?: { file: string; line: number } };
  annotations: { type: string; description?: string }[];
  attachments: { name: string; contentType: string; path?: string; body?: string }[];
  steps?: Step[];
}
export interface Step {
  title: string;
  error?: { message: string };
  steps?: Step[];
}
interface Suite {
  title: string;
  specs?: { title: string; tests: { status: string; projectName: string; results: Result[] }[] }[];
  suites?: Suite[];
}

/** Playwright's end: what it exited with, what it printed, and its JSON report by titles of tests (and projects). */
export interface Ended {
  code: number | null;
  out: string;
  results(title: string, project?: string): Result[];
  status(title: string): string | undefined;
}

/** Asked never to answer, it does not; all else is done by rules. */
function model(): LocalModel {
  const rules = rulesModel();
  return {
    name: rules.name,
    step: (step) => (step.prompt === 'Never answer' ? new Promise(() => {}) : rules.step(step)),
  };
}

/** A copy of the project in `project/`, which uses the package as it is built, a shop, and a service. */
export async function projectUnderTest() {
  const folder = mkdtempSync(join(tmpdir(), 'nova-act-playwright-test-'));
  const project = join(folder, 'project');
  cpSync(join(PACKAGE, 'test/project'), project, { recursive: true });
  const modules = join(project, 'node_modules');
  for (const scope of ['@nova-act', '@playwright'])
    mkdirSync(join(modules, scope), { recursive: true });
  symlinkSync(PACKAGE, join(modules, '@nova-act/playwright-test'), 'junction');
  symlinkSync(join(PACKAGE, '../core'), join(modules, '@nova-act/core'), 'junction');
  const playwright = join(PACKAGE, 'node_modules/@playwright/test');
  symlinkSync(playwright, join(modules, '@playwright/test'), 'junction');

  const site = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://shop');
    response.setHeader('content-type', 'text/html').end(PAGES[pathname] ?? 'nothing');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const { port } = site.address() as AddressInfo;
  const service: RunningLocalService = await startLocalService({ model: model() });

  const children = new Set<ChildProcess>();

  /** `nova-act-playwright` with these words; `interrupt` sends it, and Playwright, a Ctrl-C. */
  async function command(
    words: readonly string[],
    env: Readonly<Record<string, string>> = {},
    interrupt?: () => Promise<unknown>,
  ): Promise<Ended> {
    const report = join(folder, 'report.json');
    rmSync(report, { force: true });
    const child = spawn(process.execPath, [join(PACKAGE, 'bin/nova-act-playwright.js'), ...words], {
      cwd: project,
      // A group of its own, as a terminal makes one.
      detached: true,
      env: {
        ...process.env,
        ...service.iamEnv,
        ...chromiumEnv(),
        CI: '',
        SITE_URL: `http://127.0.0.1:${port}`,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        ...env,
      },
    });
    children.add(child);
    let out = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        out += text;
      });
    }
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    if (interrupt && child.pid) {
      await interrupt();
      process.kill(-child.pid, 'SIGINT');
    }
    const code = await ended;
    children.delete(child);
    const tests = () => testsOf(JSON.parse(readFileSync(report, 'utf8')).suites);
    const found = (title: string, project?: string) =>
      tests().find(
        ({ title: named, test }) =>
          named === title && (project ?? test.projectName) === test.projectName,
      )?.test;
    return {
      code,
      out,
      results: (title, project) => found(title, project)?.results ?? [],
      status: (title) => found(title)?.status,
    };
  }

  return {
    service,
    project,
    command,
    async stop() {
      site.close();
      await service.stop();
      for (const child of children) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const testsOf = (
  suites: readonly Suite[],
): { title: string; test: { status: string; projectName: string; results: Result[] } }[] =>
  suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.flatMap(({ title, tests }) => tests.map((test) => ({ title, test }))),
    ...testsOf(inner),
  ]);
