const MAX_DECODINGS = 8;

/**
 * The ways in which a server may read a path: as it is written; with all percent-encoding undone (also
 * of dots and slashes, also twice over), empty segments left out and dots followed; and the same
 * without the `;parameters` of its segments. A rule that forbids looks at each of them, and one that
 * allows wants them all.
 */
export function pathReadings(path: string): readonly [string, string, string] {
  const written = path.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : code.toUpperCase();
  });
  const plain = decoded(path);
  return [written, followed(plain), followed(plain.replace(/;[^/]*/g, ''))];
}

/** A query as it reads: `+` is a blank. */
export function queryReading(query: string): string {
  return decoded(query.replaceAll('+', '%20'));
}

function decoded(text: string): string {
  let now = text;
  for (let pass = 0; pass < MAX_DECODINGS; pass++) {
    // Beyond ASCII it is left as bytes: only what means something to a path needs to be seen.
    const next = now.replace(/%([0-7][0-9a-f])/gi, (_, hex) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    if (next === now) break;
    now = next;
  }
  return now.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
}

function followed(path: string): string {
  const segments = path.replaceAll('\\', '/').split('/');
  const kept: string[] = [];
  for (const segment of segments) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  const endsOpen = ['', '.', '..'].includes(segments.at(-1) ?? '');
  return `/${kept.join('/')}${endsOpen && kept.length > 0 ? '/' : ''}`;
}
