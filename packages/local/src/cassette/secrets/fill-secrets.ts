const placeholder = /\{\{secret:\d+\}\}/g;

/** Values by placeholder. */
export type Secrets = ReadonlyMap<string, string>;

/**
 * The secrets of a task that reads as the recorded one does, but for what stands in place of the placeholders;
 * undefined when it is another task. How often blanks are repeated makes no difference.
 *
 * Each placeholder takes as little as it can, and nothing is tried a second time: so a long task with many of them
 * takes no longer than it is.
 */
export function matchTask(recorded: string, given: string): Secrets | undefined {
  const task = given.trim();
  const literals = recorded.trim().split(placeholder).map(pattern);
  const names = recorded.match(placeholder) ?? [];
  const found = new Map<string, string>();
  let at = 0;
  for (const [index, literal] of literals.entries()) {
    const last = index === literals.length - 1;
    const part = new RegExp(`${index === 0 ? '^' : ''}${literal}${last ? '$' : ''}`, 'g');
    // A secret has at least one character.
    part.lastIndex = index === 0 ? 0 : at + 1;
    const match = part.exec(task);
    if (!match) return undefined;
    const name = names[index - 1];
    if (name !== undefined) {
      const secret = task.slice(at, match.index);
      // The same placeholder is the same text each time.
      if ((found.get(name) ?? secret) !== secret) return undefined;
      found.set(name, secret);
    }
    at = match.index + match[0].length;
  }
  return found;
}

/** The text with each placeholder replaced by its secret; `missing` is told of those that are not known. */
export function fillText(text: string, secrets: Secrets, missing: (name: string) => void): string {
  return text.replace(placeholder, (name) => {
    const secret = secrets.get(name);
    if (secret === undefined) missing(name);
    return secret ?? name;
  });
}

function pattern(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '(?<!\\s)\\s+');
}
