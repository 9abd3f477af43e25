/** Members that say what a message is about; the values of the others are its content. */
const naming = new Set([
  'action',
  'channel',
  'cmd',
  'e',
  'event',
  'kind',
  'method',
  'name',
  'op',
  'target',
  'topic',
  'type',
]);
const longestName = 40;
const longestKind = 200;
/** What SignalR ends its messages with. */
const recordEnd = '\u001e';
/** Deeper than this there is content. */
const deepest = 3;

const isName = (text: string) => text.length <= longestName && /^[\w.:/$-]+$/.test(text);
const withoutNumbers = (text: string) => text.replaceAll(/\d+/g, '#');

/**
 * The same for messages of one kind: heartbeats, prices and counters that differ in their numbers
 * alone, and objects of one shape that name themselves alike.
 */
export function messageKind(payload: string): string {
  // Some protocols (Socket.IO, SignalR) have a number, a name or a command before their JSON, or a
  // separator behind it.
  const start = payload.search(/[[{]/);
  const before = payload.slice(0, Math.max(0, start)).trimEnd();
  if (start >= 0 && before.length <= longestName && /^[\w.:,/$-]*$/.test(before)) {
    const value = parsed(payload.slice(start).split(recordEnd)[0] ?? '');
    if (value !== undefined) return `${before}${shapeOf(value, 0)}`.slice(0, longestKind);
  }
  return withoutNumbers(payload.slice(0, longestKind));
}

/** Of what cannot be read, its size has to do. */
export const kindOfSize = (bytes: number): string => `${Math.ceil(Math.log2(bytes + 1))} bits`;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function shapeOf(value: unknown, depth: number): string {
  if (value === null || typeof value !== 'object') return typeof value;
  if (depth >= deepest) return '…';
  if (Array.isArray(value)) {
    // The first few say what a message is, as in `["room:1", "phx_reply", { … }]`; within it they are content.
    const name = depth === 0 ? named : () => undefined;
    const few = value.slice(0, 5).map((one) => name(one) ?? shapeOf(one, depth + 1));
    return `[${few.join(',')}]`;
  }
  const members = Object.entries(value)
    .slice(0, 12)
    .map(([key, of]) => `${key}:${(naming.has(key) && named(of)) || shapeOf(of, depth + 1)}`);
  return `{${members.sort().join(',')}}`;
}

const named = (value: unknown): string | undefined =>
  typeof value === 'string' && isName(value) ? `"${withoutNumbers(value)}"` : undefined;
