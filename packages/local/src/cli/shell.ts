/** Whose language the printed lines are in. */
export type Shell = 'sh' | 'fish' | 'powershell' | 'cmd';

export const SHELLS: readonly Shell[] = ['sh', 'fish', 'powershell', 'cmd'];

type Environment = Readonly<Record<string, string | undefined>>;

/** The shell that a person reads the output in, as far as its environment tells. */
export function detectShell(env: Environment, windows: boolean): Shell {
  const shell = /(?<![^/\\])[^/\\]*$/.exec(env['SHELL'] ?? '')?.[0] ?? '';
  if (shell === 'fish') return 'fish';
  if (/^pwsh/.test(shell)) return 'powershell';
  // Git Bash and its like have SHELL on Windows too.
  return windows && shell === '' ? 'powershell' : 'sh';
}

/** Lines that set what has a value in `env`, and unset what is empty there. */
export function setLines(env: Readonly<Record<string, string>>, shell: Shell): string[] {
  const entries = Object.entries(env);
  const set = entries.filter(([, value]) => value !== '');
  const unset = entries.filter(([, value]) => value === '').map(([name]) => name);
  const { one, none } = WAYS[shell];
  return [
    ...set.map(([name, value]) => one(name, value)),
    ...(unset.length === 0 ? [] : none(unset)),
  ];
}

const WAYS: Record<
  Shell,
  { one: (name: string, value: string) => string; none: (names: string[]) => string[] }
> = {
  sh: {
    one: (name, value) => `export ${name}=${quoted(value, "'\\''")}`,
    none: (names) => [`unset ${names.join(' ')}`],
  },
  fish: {
    one: (name, value) => `set -gx ${name} ${quoted(value.replaceAll('\\', '\\\\'), "\\'")}`,
    none: (names) => [`set -e ${names.join(' ')}`],
  },
  powershell: {
    one: (name, value) => `$env:${name} = "${value.replace(/["$`]/g, '`$&')}"`,
    none: (names) => [`${names.map((name) => `$env:${name} = `).join('')}$null`],
  },
  cmd: {
    one: (name, value) => `set "${name}=${value}"`,
    none: (names) => names.map((name) => `set "${name}="`),
  },
};

/** Plain values are easier to read, and to change, without quotes. */
function quoted(value: string, quote: string): string {
  return /^[\w.:/@%+=,-]+$/.test(value) ? value : `'${value.replaceAll("'", quote)}'`;
}
