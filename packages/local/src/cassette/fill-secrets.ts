const placeholder = /\{\{secret:\d+\}\}/g;

/** Values by placeholder. */
export type Secrets = ReadonlyMap<string, string>;

/**
 * The secrets of a task that reads as the recorded one does, but for what stands in place of the placeholders;
 * undefined when it is another task.
 */
export function matchTask(recorded: string, task: string): Secrets | undefined {
  const names = recorded.match(placeholder) ?? [];
  // How often blanks are repeated makes no difference.
  const firstAt = new Map<string, number>();
  let source = '';
  for (const [at, literal] of recorded.trim().split(placeholder).entries()) {
    source += escapeRegExp(literal);
    const name = names[at];
    if (name === undefined) continue;
    const known = firstAt.get(name);
    if (known === undefined) firstAt.set(name, firstAt.size + 1);
    // The same placeholder is the same text each time.
    source += known === undefined ? '([\\s\\S]+?)' : `(?:\\${known})`;
  }
  const match = new RegExp(`^\\s*${source}\\s*$`).exec(task);
  if (!match) return undefined;
  return new Map([...firstAt].map(([name, group]) => [name, match[group] ?? '']));
}

/** The text with each placeholder replaced by its secret; `missing` is told of those that are not known. */
export function fillText(text: string, secrets: Secrets, missing: (name: string) => void): string {
  return text.replace(placeholder, (name) => {
    const secret = secrets.get(name);
    if (secret === undefined) missing(name);
    return secret ?? name;
  });
}

function escapeRegExp(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}
