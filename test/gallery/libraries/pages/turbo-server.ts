import type { ServerResponse } from 'node:http';

const shell = (body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>Turbo</title><script src="/turbo/bundle.js"></script></head><body>${body}</body></html>`;

const page = shell(`
  <a id="about" href="/turbo/about">About</a>
  <turbo-frame id="part"><p>Old part</p><a id="turn" href="/turbo/part">Turn</a></turbo-frame>
  <turbo-frame id="lazy"></turbo-frame>
  <form action="/turbo/find" data-turbo-frame="results"><input id="q" name="q"></form>
  <turbo-frame id="results"></turbo-frame>
  <details id="more"><summary>More</summary><turbo-frame id="inside" src="/turbo/inside" loading="lazy">…</turbo-frame></details>`);

/** The server's part: each answer takes a moment. */
export function answerTurbo(
  path: string,
  search: URLSearchParams,
  response: ServerResponse,
): boolean {
  const later = (html: string) => setTimeout(() => response.end(html), 300);
  switch (path) {
    case '':
      response.end(page);
      return true;
    case 'about':
      later(shell('<h1>About us</h1><a id="back" href="/turbo/">Back</a>'));
      return true;
    case 'part':
      later(shell('<turbo-frame id="part"><p>New part</p></turbo-frame>'));
      return true;
    case 'find':
      later(
        shell(
          `<turbo-frame id="results"><p>Found ${(search.get('q') ?? '').replace(/[<&]/g, '')}</p></turbo-frame>`,
        ),
      );
      return true;
    case 'inside':
      later(shell('<turbo-frame id="inside"><p>Inside</p></turbo-frame>'));
      return true;
    default:
      return false;
  }
}
