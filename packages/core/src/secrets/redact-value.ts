/**
 * Of an observation: its picture is covered where it is taken, and in base64 any few letters are found by
 * chance; its boxes are numbers by numbers.
 */
const KEPT: ReadonlySet<string> = new Set(['screenshotBase64', 'idToBboxMap']);

/** The same value with every text in it shown through `redact`; what holds nothing to hide is given back as it is. */
export function redactValue<T>(value: T, redact: (text: string) => string): T {
  return shown(value, redact) as T;
}

function shown(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => shown(item, redact));
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  const members = Object.entries(value).map(([name, member]): [string, unknown] => [
    redact(name),
    KEPT.has(name) ? member : shown(member, redact),
  ]);
  const isSame = Object.entries(value).every(
    ([name, member], at) => members[at]?.[0] === name && members[at]?.[1] === member,
  );
  return isSame ? value : Object.fromEntries(members);
}
