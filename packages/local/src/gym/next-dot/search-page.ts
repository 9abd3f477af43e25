import type { Context } from 'hono';
import { html } from 'hono/html';
import { type Html, renderPage, upTo } from '../layout.js';
import { calendarScript } from './calendar-script.js';
import { comboboxScript } from './combobox-script.js';
import { cabins } from './flights.js';
import { departurePlaces, destinations, type Place } from './places.js';

export interface SearchValues {
  from?: string;
  to?: string;
  date?: string;
}

export interface SearchPageOptions {
  /** `native` is an `<input type=date>`; `friendly` a button with a calendar; `text` a field that reads plain English. */
  dates: 'native' | 'friendly' | 'text';
  todayIso: string;
  /** Where the page is shown: a search with a mistake in it is answered in place. */
  path: 'next-dot' | 'next-dot/search';
  values?: SearchValues;
  problems?: readonly string[];
}

function placeField(id: 'from' | 'to', label: string, places: readonly Place[], value = ''): Html {
  return html`<div class="field">
<label for="${id}">${label}</label>
<input id="${id}" name="${id}" value="${value}" role="combobox" aria-expanded="false" aria-controls="${id}-options"
 aria-autocomplete="list" autocomplete="off" placeholder="City or planet" required>
<ul class="options" id="${id}-options" role="listbox" aria-label="${label} suggestions" hidden>
${places.map((place) => html`<li role="option" data-value="${place.name}">${place.name} <small>${place.note}</small></li>`)}
</ul></div>`;
}

function dateField(options: SearchPageOptions): Html {
  const value = options.values?.date ?? '';
  switch (options.dates) {
    case 'native':
      return html`<div class="field"><label for="date">Departing</label>
<input type="date" id="date" name="date" value="${value}" min="${options.todayIso}" required></div>`;
    case 'text':
      return html`<div class="field"><label for="date">Departing</label>
<input id="date" name="date" value="${value}" placeholder="such as Feb 22" required></div>`;
    case 'friendly':
      return html`<div class="field" data-calendar="${options.todayIso}"><label id="date-label">Departing</label>
<input type="hidden" name="date" value="${value}">
<button type="button" class="plain" data-open aria-haspopup="dialog" aria-labelledby="date-label date-button" id="date-button">Pick a date</button>
<div class="calendar" role="dialog" aria-label="Choose the departure date" hidden>
<header><button type="button" class="plain" data-previous aria-label="Previous month">‹</button>
<strong data-month aria-live="polite"></strong>
<button type="button" class="plain" data-next aria-label="Next month">›</button></header>
<div class="days"></div></div></div>`;
  }
}

export function searchPage(context: Context, options: SearchPageOptions) {
  const problems = options.problems ?? [];
  const root = upTo(options.path);
  const body = html`<section class="hero">
<h1>Where to next, dot?</h1>
<p class="lead">Flights from Earth to the nearest other worlds. Every star is somebody's next dot.</p>
<form class="card" action="${root}next-dot/search" method="get" aria-label="Find flights">
${problems.map((problem) => html`<p class="notice wrong" role="alert">${problem}</p>`)}
<div class="row">
${placeField('from', 'From', departurePlaces, options.values?.from)}
${placeField('to', 'To', destinations, options.values?.to)}
${dateField(options)}
<div class="field"><label for="cabin">Class</label>
<select id="cabin" name="cabin">${cabins.map((cabin) => html`<option>${cabin}</option>`)}</select></div>
<div class="field"><label for="passengers">Passengers</label>
<input type="number" id="passengers" name="passengers" value="1" min="1" max="9"></div>
</div>
<button type="submit">Search flights</button>
</form></section>
<h2>Popular worlds</h2>
<ul class="grid">${destinations.map((place) => html`<li class="card"><h3>${place.name}</h3><p>${place.note}</p><p>${place.distance} light years</p></li>`)}</ul>
<p>Other calendars: <a href="${root}next-dot">native date field</a>, <a href="${root}next-dot?dates=friendly">calendar</a>, <a href="${root}next-dot?dates=text">plain text</a>.</p>`;
  return renderPage(
    context,
    {
      title: 'Next Dot: flights to other worlds',
      path: options.path,
      body,
      script: comboboxScript + calendarScript,
    },
    problems.length > 0 ? 422 : 200,
  );
}
