import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type Command, readCommand, UsageError } from './read-command.js';
import { staleActs } from './stale-acts.js';

/** The process around the command, so that a test can be one. */
export interface Around {
  readonly cwd: string;
  print(text: string): void;
  printError(text: string): void;
  /** Runs Playwright's command line; gives its exit code. */
  playwright(words: readonly string[], env: Readonly<Record<string, string>>): Promise<number>;
}

const HELP = `nova-act-playwright test [--update-acts[=MODE]] [what playwright test takes]
  Runs playwright test. --update-acts writes recordings of acts:
    changed  (the default) what is missing, and what does not hold any more
    missing  what is missing
    all      all of them anew
    none     nothing: acts are played, or fail
nova-act-playwright stale [--remove]
  Runs all tests, and lists recordings that none of them uses. Exits with 1 if there are any.
`;

/** Gives the exit code: Playwright's own, or 2 for words that make no command. */
export async function runCommand(words: readonly string[], around: Around): Promise<number> {
  let command: Command;
  try {
    command = readCommand(words);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    around.printError(`nova-act-playwright: ${error.message}\n${HELP}`);
    return 2;
  }
  switch (command.do) {
    case 'help':
      around.print(HELP);
      return 0;
    case 'test': {
      const { update } = command;
      const env: Record<string, string> = update ? { NOVA_ACT_UPDATE_ACTS: update } : {};
      return around.playwright(['test', ...command.words], env);
    }
    case 'stale':
      return findStale(command, around);
  }
}

async function findStale(
  { remove, words }: Extract<Command, { do: 'stale' }>,
  around: Around,
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'nova-act-stale-'));
  try {
    const used = join(folder, 'used.jsonl');
    const report = join(folder, 'report.json');
    const whole = ['test', '--forbid-only', '--reporter=list,json', ...words];
    const env = { NOVA_ACT_USED_ACTS: used, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const code = await around.playwright(whole, env);
    if (!existsSync(report)) return code || 1;
    const lines = existsSync(used) ? await readFile(used, 'utf8') : '';
    const { stale, unknown } = staleActs(JSON.parse(await readFile(report, 'utf8')), lines);
    const shown = (path: string) => relative(around.cwd, path);
    for (const path of unknown) {
      around.print(`Not judged, as not all its tests were done: ${shown(path)}\n`);
    }
    for (const path of stale) {
      around.print(`${remove ? 'Removed' : 'No test uses'} ${shown(path)}\n`);
      if (remove) await rm(path);
    }
    if (stale.length === 0) around.print('No recording is stale.\n');
    else if (!remove) around.print('They go with: npx nova-act-playwright stale --remove\n');
    return stale.length > 0 && !remove ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
