import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { detectShell, type Shell, setLines } from './shell.js';

const ENV = {
  NOVA_ACT_API_KEY: 'k',
  TEXT: `it's "a" \\ $HOME \`x\``,
  AWS_PROFILE: '',
  AWS_SESSION_TOKEN: '',
};

describe('the lines to paste', () => {
  it.each<[Shell, string[]]>([
    ['sh', ['export NOVA_ACT_API_KEY=k', 'unset AWS_PROFILE AWS_SESSION_TOKEN']],
    ['fish', ['set -gx NOVA_ACT_API_KEY k', 'set -e AWS_PROFILE AWS_SESSION_TOKEN']],
    [
      'powershell',
      ['$env:NOVA_ACT_API_KEY = "k"', '$env:AWS_PROFILE = $env:AWS_SESSION_TOKEN = $null'],
    ],
    ['cmd', ['set "NOVA_ACT_API_KEY=k"', 'set "AWS_PROFILE="', 'set "AWS_SESSION_TOKEN="']],
  ])('are of %s', (shell, lines) => {
    const { TEXT: _, ...env } = ENV;
    expect(setLines(env, shell)).toEqual(lines);
  });

  it('set in a shell what they say, whatever the value holds', () => {
    const script = `${setLines(ENV, 'sh').join('\n')}\nprintf '%s|%s' "$TEXT" "\${AWS_PROFILE-unset}"`;
    const { stdout } = spawnSync('sh', ['-c', script], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], AWS_PROFILE: 'work' },
    });
    expect(stdout).toBe(`${ENV.TEXT}|unset`);
  });
});

describe('the shell', () => {
  it.each([
    [{ SHELL: '/usr/bin/fish' }, false, 'fish'],
    [{ SHELL: '/usr/bin/pwsh' }, false, 'powershell'],
    [{ SHELL: '/bin/zsh' }, false, 'sh'],
    [{}, false, 'sh'],
    [{}, true, 'powershell'],
    [{ SHELL: '/usr/bin/bash.exe' }, true, 'sh'],
  ])('is told from %j', (env, windows, shell) => {
    expect(detectShell(env, windows)).toBe(shell);
  });
});
