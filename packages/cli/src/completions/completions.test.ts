import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runLine } from '../run-cli.case.js';

const isThere = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0;
const scriptOf = async (shell: string) => (await runLine('completion', shell)).out;

/** What bash offers where the line ends. */
async function offered(...words: string[]): Promise<string[]> {
  const line = words.map((word) => `'${word}'`).join(' ');
  const program = `${await scriptOf('bash')}
COMP_WORDS=(nova-act ${line}); COMP_CWORD=${words.length}
_nova_act; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const text = execFileSync('bash', ['--norc', '-c', program], { encoding: 'utf8' });
  return text.split('\n').filter(Boolean);
}

it.skipIf(!isThere('bash'))(
  'bash completes commands, the commands below them, options and values',
  async () => {
    expect(await offered('de')).toEqual(['definition']);
    expect(await offered('run', '')).toEqual(['list', 'show', 'create', 'end', 'delete', '--help']);
    expect(await offered('act', 'l')).toEqual(['list']);
    expect(await offered('run', 'end', '--or')).toEqual(['--orphans']);
    expect(await offered('run', 'list', '--status', 'S')).toEqual(['SUCCEEDED']);
    expect(await offered('init', '--template', 'n')).toEqual(['nest']);
    // Any file may follow.
    expect(await offered('get', 'How many?', '--schema', '')).toEqual([]);
  },
);

it.each(['bash', 'zsh', 'fish'])('what %s is given is a program of its language', async (shell) => {
  const script = await scriptOf(shell);
  for (const word of ['definition', 'iam-policy', 'end', 'orphans']) expect(script).toContain(word);
  if (!isThere(shell)) return;
  const folder = mkdtempSync(join(tmpdir(), 'nova-act-completion-'));
  const file = join(folder, shell);
  writeFileSync(file, script);
  const { status, stderr } = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
