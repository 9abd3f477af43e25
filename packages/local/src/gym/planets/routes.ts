import { Hono } from 'hono';
import { html } from 'hono/html';
import { renderPage } from '../layout.js';
import { planets } from './planets.js';

const number = (value: number) => value.toLocaleString('en-US');

/** Facts: a table at `planets`, a definition list at `planets/<name>`. */
export function planetRoutes(): Hono {
  const app = new Hono();
  app.get('/planets', (context) => {
    const body = html`<h1>Planets</h1>
<p class="lead">The ${planets.length} planets of the solar system, from the Sun outwards.</p>
<table><caption>Planets of the solar system</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Distance (AU)</th><th scope="col">Diameter (km)</th><th scope="col">Moons</th><th scope="col">Day (hours)</th><th scope="col">Rings</th></tr></thead>
<tbody>${planets.map(
      (
        planet,
      ) => html`<tr><th scope="row"><a href="./planets/${planet.slug}">${planet.name}</a></th><td>${planet.kind}</td>
<td class="number">${planet.distanceAu}</td><td class="number">${number(planet.diameterKm)}</td><td class="number">${planet.moons}</td>
<td class="number">${number(planet.dayHours)}</td><td>${planet.rings ? 'Yes' : 'No'}</td></tr>`,
    )}</tbody></table>`;
    return renderPage(context, { title: 'Planets', path: 'planets', body });
  });
  app.get('/planets/:slug', (context) => {
    const index = planets.findIndex((planet) => planet.slug === context.req.param('slug'));
    const planet = planets[index];
    if (planet === undefined) {
      const body = html`<h1>No such planet</h1><p><a href="../planets">All planets</a></p>`;
      return renderPage(context, { title: 'No such planet', path: 'planets/x', body }, 404);
    }
    const before = planets[index - 1];
    const after = planets[index + 1];
    const body = html`<h1>${planet.name}</h1>
<p class="lead">${planet.about}</p>
<section class="card"><h2>Facts</h2><dl>
<dt>Type</dt><dd>${planet.kind}</dd>
<dt>Distance from the Sun</dt><dd>${planet.distanceAu} AU</dd>
<dt>Diameter</dt><dd>${number(planet.diameterKm)} km</dd>
<dt>Moons</dt><dd>${planet.moons}</dd>
<dt>Length of day</dt><dd>${number(planet.dayHours)} hours</dd>
<dt>Length of year</dt><dd>${number(planet.yearDays)} days</dd>
<dt>Gravity</dt><dd>${planet.gravity} m/s²</dd>
<dt>Mean temperature</dt><dd>${planet.meanCelsius} °C</dd>
<dt>Rings</dt><dd>${planet.rings ? 'Yes' : 'No'}</dd>
</dl></section>
<p>${before ? html`<a href="./${before.slug}">Previous: ${before.name}</a> · ` : ''}<a href="../planets">All planets</a>${after ? html` · <a href="./${after.slug}">Next: ${after.name}</a>` : ''}</p>`;
    return renderPage(context, {
      title: `${planet.name}: facts`,
      path: `planets/${planet.slug}`,
      body,
    });
  });
  return app;
}
