import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../architecture/source-files.js';

const COMMAND = join(ROOT, 'packages/cli/bin/nova-act.js');
/** util-linux has it: a terminal of its own for a program. macOS's takes other arguments. */
const hasTerminal = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes(
  'util-linux',
);
const KEYS = { ctrlC: '\x03', escape: '\x1b', enter: '\r', down: '\x1b[B' };
const SIZE = 'cols 100 rows 40';
const QUESTION = 'What kind of project?';

let cwd: string;
const started: ChildProcess[] = [];
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'nova-act-terminal-'));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(cwd, { recursive: true, force: true });
});

/** Types each key once its text is there, and gives how the program ended and what the terminal showed. */
function atTerminal(
  line: string,
  keys: readonly (readonly [shown: string, key: string])[],
  env: Record<string, string> = {},
) {
  const alone = {
    PATH: process.env.PATH,
    HOME: cwd,
    TERM: 'xterm-256color',
    LANG: 'C.UTF-8',
    ...env,
  };
  const child = spawn('script', ['-qefc', line, '/dev/null'], { cwd, env: alone });
  started.push(child);
  let shown = '';
  const left = [...keys];
  const hear = (chunk: Buffer) => {
    shown += chunk;
    const [next] = left;
    if (!next || !shown.includes(next[0])) return;
    left.shift();
    child.stdin.write(next[1]);
  };
  child.stdout.on('data', hear);
  return new Promise<{ code: number | null; shown: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, shown }));
  });
}
const init = (...args: string[]) =>
  `stty ${SIZE}; "${process.execPath}" "${COMMAND}" init ${args.join(' ')}`;

describe.runIf(hasTerminal)('nova-act at a terminal', () => {
  it.each([
    ['Ctrl-C', KEYS.ctrlC],
    ['Escape', KEYS.escape],
  ])(
    '%s at a question ends it with 130, shows the cursor again and has made nothing',
    async (_, key) => {
      const { code, shown } = await atTerminal(init('a'), [[QUESTION, key]]);
      expect(code).toBe(130);
      expect(shown).toContain('nova-act: Canceled');
      expect(shown.lastIndexOf('\x1b[?25h')).toBeGreaterThan(shown.lastIndexOf('\x1b[?25l'));
      expect(existsSync(join(cwd, 'a'))).toBe(false);
    },
  );

  it('keys choose the kind, in a folder whose name has blanks and quotes', async () => {
    const folder = `it's "mine"`;
    const { code, shown } = await atTerminal(init(`'it'\\''s "mine"'`), [
      [QUESTION, `${KEYS.down}${KEYS.enter}`],
    ]);
    expect(code).toBe(0);
    expect(shown).toContain('\x1b[3');
    expect(shown).toContain(`cd 'it'\\''s "mine"'`);
    const { devDependencies } = JSON.parse(readFileSync(join(cwd, folder, 'package.json'), 'utf8'));
    expect(devDependencies).toHaveProperty('vitest');
  });

  it('a question is no part of what another program reads', async () => {
    const { code } = await atTerminal(init('a', '--json', '> out.json'), [[QUESTION, KEYS.enter]]);
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8'))).toMatchObject({ name: 'a' });
  });

  it('NO_COLOR leaves the question without colours', async () => {
    const { code, shown } = await atTerminal(init('a'), [[QUESTION, KEYS.enter]], {
      NO_COLOR: '1',
    });
    expect(code).toBe(0);
    const codes = shown.split('\x1b[').slice(1);
    expect(codes.filter((one) => /^[\d;]*m/.test(one))).toEqual([]);
  });

  it.each([
    ['in continuous integration', SIZE, { CI: 'true' }],
    ['at a dumb terminal', SIZE, { TERM: 'dumb' }],
    ['at a terminal without a size', 'cols 0 rows 0', {}],
  ])('%s nobody is asked: it says what to say', async (_where, size, env) => {
    const line = init('a', '--json').replace(SIZE, size);
    const { code, shown } = await atTerminal(line, [], env as Record<string, string>);
    expect(code).toBe(2);
    expect(shown).toBe(stripVTControlCharacters(shown));
    expect(shown).toContain('--template, one of script');
    expect(shown).toContain('"code": "USAGE"');
  });
});
