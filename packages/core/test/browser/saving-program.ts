import { LocalFileBrowserSession } from '../../src/browser/browser-session/local-file-browser-session.js';

// Saves a session again and again, each time with one more key of its own: 20, or for ever.
const [path = '', name = '', times = '20'] = process.argv.slice(2);
const session = new LocalFileBrowserSession(path);
const { signal } = new AbortController();
for (let at = 0; at < Number(times); at++) {
  await session.update((saved = { cookies: [], origins: [] }) => {
    const key = { origin: `https://${name}.test`, localStorage: [{ name: `${at}`, value: 'x' }] };
    return { ...saved, origins: [...saved.origins, key] };
  }, signal);
  if (at === 0) console.log('saved');
}
