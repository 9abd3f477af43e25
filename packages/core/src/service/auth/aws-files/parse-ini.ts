/** The keys of one section, in small letters; those indented below a key without a value are `key.sub`. */
export type Section = Readonly<Record<string, string>>;

/**
 * Reads a file of AWS's configuration as its tools do: comments begin with `#` or `;` at the start of a
 * line or after white space, a key ends at `=` or `:`, an indented line belongs to the valueless key above
 * it, and a section written twice is one.
 */
export function parseIni(text: string): Map<string, Section> {
  const sections = new Map<string, Record<string, string>>();
  let section: Record<string, string> | undefined;
  let outer: string | undefined;
  for (const raw of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    const line = withoutComment(raw).trim();
    if (line.startsWith('[') && line.endsWith(']')) {
      const name = sectionName(line.slice(1, -1));
      outer = undefined;
      section = sections.get(name) ?? Object.create(null);
      sections.set(name, section as Record<string, string>);
      continue;
    }
    const at = line.search(/[=:]/);
    if (!section || at <= 0) continue;
    const key = line.slice(0, at).trim().toLowerCase();
    const value = line.slice(at + 1).trim();
    const indented = /^\s/.test(raw);
    if (value === '' && !indented) {
      outer = key;
    } else if (value !== '') {
      if (!indented) outer = undefined;
      section[outer === undefined ? key : `${outer}.${key}`] = value;
    }
  }
  return sections;
}

/** In a command these characters are the shell's: `a; b`, `# in quotes`. */
const COMMAND = /^\s*credential_process\s*[=:]/i;

const withoutComment = (line: string): string =>
  COMMAND.test(line) ? line : line.replace(/(?:^|\s)[;#].*$/s, '');

/** `profile  "a b"` → `profile a b`: white space once, no quotes. */
function sectionName(text: string): string {
  const [, kind, name] = /^(\S+)\s+(\S.*)$/s.exec(text.trim()) ?? [];
  if (kind === undefined || name === undefined) return text.trim();
  return `${kind} ${name.trim().replace(/^(["'])(.*)\1$/, '$2')}`;
}
