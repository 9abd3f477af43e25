import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ACTS_FOLDER } from '../acts/acts-memory.js';

/** What is read of Playwright's JSON report. */
export interface Report {
  readonly config: { readonly rootDir: string; readonly projects: readonly { testDir: string }[] };
  readonly suites?: readonly Suite[];
}
interface Suite {
  readonly file: string;
  readonly specs?: readonly { tests: readonly { status: string }[] }[];
  readonly suites?: readonly Suite[];
}

export interface StaleActs {
  /** Files of recordings that no test has used, or of a test file that there is not. */
  readonly stale: readonly string[];
  /** Folders of test files of which some test was not done to its end: nothing is said of them. */
  readonly unknown: readonly string[];
}

/** `used`: the lines that tests have written of the recordings they used. */
export function staleActs(report: Report, used: string): StaleActs {
  const { rootDir, projects } = report.config;
  const done = statusesByFile(report.suites ?? []);
  const files = new Map([...done].map(([file, all]) => [join(rootDir, file), all]));
  const inUse = new Set(used.split('\n').filter(Boolean).map(keyOfLine));
  const stale: string[] = [];
  const unknown: string[] = [];
  for (const folder of actsFolders(projects.map(({ testDir }) => testDir))) {
    const recordings = readdirSync(folder).filter((name) => /-[0-9a-f]{16}\.json$/.test(name));
    const testFile = join(dirname(dirname(folder)), basename(folder));
    const isStale = (name: string) => !inUse.has(`${folder}\0${name.slice(-21, -5)}`);
    const statuses = files.get(testFile);
    if (!existsSync(testFile)) stale.push(...recordings.map((name) => join(folder, name)));
    else if (statuses?.every((each) => each === 'expected' || each === 'flaky')) {
      stale.push(...recordings.filter(isStale).map((name) => join(folder, name)));
    } else if (recordings.length > 0) unknown.push(folder);
  }
  return { stale, unknown };
}

const keyOfLine = (line: string): string => {
  const { directory, id } = JSON.parse(line) as { directory: string; id: string };
  return `${directory}\0${id}`;
};

function statusesByFile(suites: readonly Suite[], into = new Map<string, string[]>()) {
  for (const { file, specs = [], suites: inner = [] } of suites) {
    const statuses = specs.flatMap(({ tests }) => tests.map(({ status }) => status));
    into.set(file, [...(into.get(file) ?? []), ...statuses]);
    statusesByFile(inner, into);
  }
  return into;
}

/** The folders in all `__acts__` below the directories, each once. */
function actsFolders(directories: readonly string[]): string[] {
  const found = new Set<string>();
  const walk = (directory: string) => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (!entry.isDirectory() || entry.name === 'node_modules' || entry.name === '.git') continue;
      const path = join(directory, entry.name);
      if (basename(directory) === ACTS_FOLDER) found.add(path);
      else walk(path);
    }
  };
  for (const directory of directories) walk(directory);
  return [...found].sort();
}
