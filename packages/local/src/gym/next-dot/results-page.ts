import type { Context } from 'hono';
import { html } from 'hono/html';
import { renderPage } from '../layout.js';
import { type Cabin, type Flight, type SortOrder, sortOrders } from './flights.js';
import type { Place } from './places.js';
import { friendlyDate } from './travel-date.js';

export interface Search {
  from: Place;
  to: Place;
  date: string;
  cabin: Cabin;
  passengers: number;
  sort: SortOrder;
}

const sortNames: Record<SortOrder, string> = {
  price: 'Price',
  departure: 'Departure',
  duration: 'Duration',
};

export function resultsPage(context: Context, search: Search, flights: readonly Flight[]) {
  const sorted = [...flights].sort(sortOrders[search.sort]);
  const query = (flight: Flight) =>
    new URLSearchParams({
      flight: flight.number,
      from: search.from.name,
      to: search.to.name,
      date: search.date,
      cabin: search.cabin,
      passengers: String(search.passengers),
    }).toString();
  const body = html`<h1>${search.from.name} to ${search.to.name}</h1>
<p class="lead">${friendlyDate(search.date)} · ${search.cabin} · ${search.passengers} ${search.passengers === 1 ? 'passenger' : 'passengers'} · ${flights.length} flights found</p>
<form method="get" action="./search" class="row" aria-label="Sort">
<input type="hidden" name="from" value="${search.from.name}"><input type="hidden" name="to" value="${search.to.name}">
<input type="hidden" name="date" value="${search.date}"><input type="hidden" name="cabin" value="${search.cabin}">
<input type="hidden" name="passengers" value="${search.passengers}">
<div class="field"><label for="sort">Sort by</label><select id="sort" name="sort">
${Object.entries(sortNames).map(([key, name]) => html`<option value="${key}" ${key === search.sort ? 'selected' : ''}>${name}</option>`)}
</select></div><div class="field"><button type="submit" class="plain">Sort</button></div></form>
<table><caption>Flights</caption>
<thead><tr><th scope="col">Airline</th><th scope="col">Flight</th><th scope="col">Departs</th><th scope="col">Arrives</th><th scope="col">Duration</th><th scope="col">Stops</th><th scope="col">Seats left</th><th scope="col">Price</th><th scope="col">Book</th></tr></thead>
<tbody>${sorted.map(
    (
      flight,
    ) => html`<tr><td>${flight.carrier}</td><th scope="row">${flight.number}</th><td>${flight.departs}</td><td>${flight.arrives}</td>
<td>${flight.durationHours} h</td><td>${flight.stops === 0 ? 'Direct' : flight.stops === 1 ? '1 stop' : `${flight.stops} stops`}</td>
<td class="number">${flight.seatsLeft}</td><td class="number price">$${flight.priceDollars.toLocaleString('en-US')}</td>
<td><a class="button" href="./booking?${query(flight)}" aria-label="Choose flight ${flight.number}">Choose</a></td></tr>`,
  )}</tbody></table>
<p><a href="../next-dot">New search</a></p>`;
  return renderPage(context, {
    title: `Flights from ${search.from.name} to ${search.to.name}`,
    path: 'next-dot/search',
    body,
  });
}

export function bookingPage(context: Context, search: Search, flight: Flight) {
  const body = html`<h1>Your flight</h1>
<section class="card"><dl>
<dt>Flight</dt><dd>${flight.carrier} ${flight.number}</dd>
<dt>From</dt><dd>${search.from.name}, ${search.from.note}</dd>
<dt>To</dt><dd>${search.to.name}</dd>
<dt>Date</dt><dd>${friendlyDate(search.date)}</dd>
<dt>Departs</dt><dd>${flight.departs}</dd>
<dt>Arrives</dt><dd>${flight.arrives}</dd>
<dt>Class</dt><dd>${search.cabin}</dd>
<dt>Passengers</dt><dd>${search.passengers}</dd>
<dt>Total price</dt><dd>$${(flight.priceDollars * search.passengers).toLocaleString('en-US')}</dd>
</dl></section>
<p class="notice">Held for you. Nothing has been paid.</p>
<p><a href="../next-dot">New search</a></p>`;
  return renderPage(context, { title: `Flight ${flight.number}`, path: 'next-dot/booking', body });
}
