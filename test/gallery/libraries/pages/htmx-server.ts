import type { ServerResponse } from 'node:http';

const shell = (body: string) =>
  `<!doctype html><meta charset="utf-8"><title>htmx</title><script src="/htmx/bundle.js"></script>${body}`;
const names = ['Chile', 'Germany', 'Ghana', 'Norway'];

const page = shell(`
  <input id="q" name="q" hx-get="/htmx/search" hx-trigger="input changed delay:300ms, keyup[key=='Enter']" hx-target="#found">
  <ul id="found"></ul>
  <div id="load"><button hx-get="/htmx/more" hx-target="#load" hx-swap="beforeend">More</button></div>
  <div id="contact"><span>Ann</span><button id="edit" hx-get="/htmx/edit" hx-target="#contact">Edit</button></div>
  <div id="tabs"><button id="second" hx-get="/htmx/second" hx-target="#panel">Two</button><div id="panel">First</div></div>`);

/** The server's part: each answer takes a moment. */
export function answerHtmx(
  path: string,
  search: URLSearchParams,
  response: ServerResponse,
): boolean {
  const later = (html: string) => setTimeout(() => response.end(html), 250);
  switch (path) {
    case '':
      response.end(page);
      return true;
    case 'search': {
      const text = (search.get('q') ?? '').toLowerCase();
      const found = names.filter((name) => name.toLowerCase().includes(text));
      later(found.map((name) => `<li>${name}</li>`).join(''));
      return true;
    }
    case 'more':
      later('<p>One more</p>');
      return true;
    case 'edit':
      later(
        `<form hx-get="/htmx/saved" hx-target="#contact"><input id="name" name="name" value="Ann"><button id="save">Save</button></form>`,
      );
      return true;
    case 'saved':
      later(`<span>${(search.get('name') ?? '').replace(/[<&]/g, '')}</span>`);
      return true;
    case 'second':
      later('Second');
      return true;
    default:
      return false;
  }
}
