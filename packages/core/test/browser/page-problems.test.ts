import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHand, type TestHand } from '../support/open-hand.js';
import { type Sites, startSites } from '../support/sites.js';

let sites: Sites;
let hand: TestHand;
beforeAll(async () => {
  sites = await startSites((_host, path, response) => {
    if (path === '/page') return '<title>Fares</title><button>Go</button>';
    if (path === '/broken') response.writeHead(500, 'On Strike').end('no');
    else if (path.startsWith('/gone')) response.writeHead(404).end();
    else if (path === '/cut') response.socket?.destroy();
    else response.writeHead(204).end();
    return undefined;
  });
  hand = await openHand();
});
afterAll(async () => {
  await hand?.actuator.stop();
  await sites?.close();
});

/** What is noted of a page on which `script` has run to its end. */
async function notesOn(script: string) {
  await hand.page.goto(`${sites.origin('127.0.0.1')}/page`);
  hand.actuator.takePageNotes?.();
  await hand.page.evaluate(`(async () => { ${script} })()`);
  await hand.actuator.observe(hand.signal);
  return hand.actuator.takePageNotes?.() ?? { problems: [] };
}
const told = async (script: string) =>
  (await notesOn(script)).problems.map(({ kind, text, url, status }) => ({
    kind,
    text,
    path: url && new URL(url).pathname + new URL(url).search,
    status,
  }));

test('tells the title of the page that was looked at', async () => {
  expect(await notesOn('')).toEqual({ title: 'Fares', problems: [] });
});

test('tells errors on the console and of scripts, and nothing that is none', async () => {
  const problems = await told(`
    console.log('quiet'); console.warn('a warning'); console.error('no fares', { code: 3 });
    setTimeout(() => { throw new TypeError('fares is not iterable'); });
    await new Promise((done) => setTimeout(done, 50));`);
  expect(problems.map(({ kind, text }) => [kind, text])).toEqual([
    ['console', expect.stringContaining('no fares')],
    ['error', 'fares is not iterable'],
  ]);
});

test('tells requests that came to nothing, once, and not those that were answered or given up', async () => {
  const problems = await told(`
    await fetch('/fine'); await fetch('/broken'); await fetch('/gone?a=1');
    await fetch('/cut').catch(() => {});
    const end = new AbortController(); const late = fetch('/fine?2', { signal: end.signal });
    end.abort(); await late.catch(() => {});`);
  expect(problems).toEqual([
    { kind: 'request', text: '500 On Strike', path: '/broken', status: 500 },
    { kind: 'request', text: '404 Not Found', path: '/gone?a=1', status: 404 },
    { kind: 'request', text: expect.stringMatching(/^net::ERR_/), path: '/cut', status: undefined },
  ]);
});

test('hides what signs an address, and escape sequences, in all of it', async () => {
  const { problems } = await notesOn(`
    console.error('see https://u:hunter2@e.com/?token=s3cr3t \\u001b[2J');
    await fetch('/gone?X-Amz-Signature=s3cr3t');`);
  expect(problems).toHaveLength(2);
  expect(JSON.stringify(problems)).not.toMatch(/hunter2|s3cr3t|\[2J/);
  expect(JSON.stringify(problems)).toContain('REDACTED');
});

test('stays small on a page that complains in a loop, and says how much was left out', async () => {
  const { problems } = await notesOn(`
    for (let i = 0; i < 300; i++) console.error(i % 2 ? 'again' : i + 'x'.repeat(9000));`);
  expect(problems).toHaveLength(21);
  expect(problems.at(-1)).toMatchObject({
    kind: 'omitted',
    text: '280 more, or the same again, were left out',
  });
  expect(Math.max(...problems.map(({ text }) => text.length))).toBeLessThanOrEqual(500);
});
