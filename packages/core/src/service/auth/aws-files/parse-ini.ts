/** The keys of one section, in small letters; those indented below a key without a value are `key.sub`. */
export type Section = Readonly<Record<string, string>>;

/** What a file says, and what in it is nobody's. */
export interface IniFile {
  readonly sections: Map<string, Section>;
  /** The first line that says nothing, by its number and never by its words, which may be a secret. */
  readonly fault?: string;
}

/**
 * Reads a file of AWS's configuration as its tools do: comments begin with `#` or `;` at the start of a
 * line or after white space, a key ends at `=` or `:`, an indented line belongs to the valueless key above
 * it, and a section written twice is one. A line that is neither a section nor a key is left out, and told.
 */
export function parseIni(text: string): IniFile {
  const sections = new Map<string, Record<string, string>>();
  let section: Record<string, string> | undefined;
  let outer: string | undefined;
  let fault: string | undefined;
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = withoutComment(raw).trim();
    if (line.startsWith('[') && line.endsWith(']')) {
      const name = sectionName(line.slice(1, -1));
      outer = undefined;
      section = sections.get(name) ?? Object.create(null);
      sections.set(name, section as Record<string, string>);
      continue;
    }
    const at = line.search(/[=:]/);
    if (!section || at <= 0 || line.startsWith('[')) {
      fault ??= faultOf(line, raw, index + 1, section !== undefined);
      continue;
    }
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
  return { sections, ...(fault === undefined ? {} : { fault }) };
}

/** Why a line says nothing; undefined for a blank one, and one that goes on with the line above it. */
function faultOf(line: string, raw: string, number: number, inSection: boolean) {
  if (line === '' || (inSection && /^\s/.test(raw))) return undefined;
  if (raw.includes('\0')) return `line ${number} is not UTF-8`;
  if (line.startsWith('[')) return `line ${number} begins a section and lacks its ]`;
  if (!inSection) return `line ${number} stands in no section`;
  return `line ${number} is neither a [section] nor a key = value`;
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
