import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { routePath } from 'hono/route';
import { formRoutes } from './form/routes.js';
import type { GymOptions } from './gym-options.js';
import { renderPage, upTo } from './layout.js';
import { nextDotRoutes } from './next-dot/routes.js';
import { planetRoutes } from './planets/routes.js';
import { shopRoutes } from './shop/routes.js';

const rooms = [
  {
    path: 'next-dot',
    name: 'Next Dot',
    about: 'Search flights to other worlds, with suggestions and dates.',
  },
  { path: 'planets', name: 'Planets', about: 'Facts in a table, and a page for each planet.' },
  { path: 'shop', name: 'Shop', about: 'Search, filter, fill a cart and check out.' },
  { path: 'form', name: 'Long form', about: 'Every kind of input, validation and a confirmation.' },
] as const;

/**
 * The practice pages, as an application to mount: `app.route('/gym', gymApp())`. Every link is
 * relative, so any mount does. Pages are the same on every run.
 */
export function gymApp(options: GymOptions = {}): Hono {
  const settings: Required<GymOptions> = { now: options.now ?? (() => new Date()) };
  const app = new Hono();
  app.route('/', nextDotRoutes(settings));
  app.route('/', planetRoutes());
  app.route('/', shopRoutes());
  app.route('/', formRoutes());
  // One handler for `/gym`, `/gym/` and what is not there: a plain `/` route never sees `/gym/`.
  app.get('*', (context) => {
    const path = new URL(context.req.url).pathname;
    const root = routePath(context).replace(/\*$/, '');
    // Relative links are taken from the folder, so the root must end in a slash.
    if (`${path}/` === root) return context.redirect(`./${path.split('/').at(-1)}/`, 302);
    if (path !== root) return missingPage(context, path.slice(root.length));
    return indexPage(context);
  });
  return app;
}

function indexPage(context: Context) {
  const body = html`<h1>Gym</h1>
<p class="lead">Practice pages for agents. They need no network and are the same every time.</p>
<ul class="grid">${rooms.map((room) => html`<li class="card"><h2><a href="./${room.path}">${room.name}</a></h2><p>${room.about}</p></li>`)}</ul>`;
  return renderPage(context, { title: 'Gym', path: '', body });
}

function missingPage(context: Context, path: string) {
  const body = html`<h1>No such page</h1><p>The gym has no page at “${path}”. <a href="${upTo(path)}">Back to the gym</a></p>`;
  return renderPage(context, { title: 'No such page', path, body }, 404);
}
