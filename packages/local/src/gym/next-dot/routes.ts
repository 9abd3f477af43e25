import { type Context, Hono } from 'hono';
import type { GymOptions } from '../gym-options.js';
import { cabins, flightsFor, type SortOrder, sortOrders } from './flights.js';
import { departurePlaces, destinations, findPlace } from './places.js';
import { bookingPage, resultsPage, type Search } from './results-page.js';
import { type SearchPageOptions, searchPage } from './search-page.js';
import { readTravelDate } from './travel-date.js';

/** The flight search: `next-dot`, `next-dot/search`, `next-dot/booking`. */
export function nextDotRoutes(options: Required<GymOptions>): Hono {
  const todayIso = () => options.now().toISOString().slice(0, 10);

  function readSearch(context: Context): Search | { problems: string[] } {
    const problems: string[] = [];
    const query = (name: string) => context.req.query(name)?.trim() ?? '';
    const from = findPlace(departurePlaces, query('from'));
    const to = findPlace(destinations, query('to'));
    const date = readTravelDate(query('date'), options.now());
    if (from === undefined) {
      problems.push(`We do not fly from “${query('from')}”. Try ${names(departurePlaces)}.`);
    }
    if (to === undefined) {
      problems.push(`We do not fly to “${query('to')}”. Try ${names(destinations)}.`);
    }
    if (date === undefined) problems.push(`“${query('date')}” is not a date we can read.`);
    const passengers = Number(query('passengers') || '1');
    if (!Number.isInteger(passengers) || passengers < 1 || passengers > 9) {
      problems.push('Passengers must be a number from 1 to 9.');
    }
    if (from === undefined || to === undefined || date === undefined || problems.length > 0) {
      return { problems };
    }
    const cabin = cabins.find((name) => name === query('cabin')) ?? 'Economy';
    const sort = (Object.keys(sortOrders) as SortOrder[]).find((key) => key === query('sort'));
    return { from, to, date, cabin, passengers, sort: sort ?? 'departure' };
  }

  function again(context: Context, problems: string[]) {
    const values = {
      from: context.req.query('from') ?? '',
      to: context.req.query('to') ?? '',
      date: '',
    };
    return searchPage(context, {
      dates: 'native',
      todayIso: todayIso(),
      path: 'next-dot/search',
      values,
      problems,
    });
  }

  const app = new Hono();
  app.get('/next-dot', (context) => {
    const wanted = context.req.query('dates');
    const dates: SearchPageOptions['dates'] =
      wanted === 'friendly' || wanted === 'text' ? wanted : 'native';
    return searchPage(context, { dates, todayIso: todayIso(), path: 'next-dot' });
  });
  app.get('/next-dot/search', (context) => {
    const search = readSearch(context);
    if ('problems' in search) return again(context, search.problems);
    const flights = flightsFor(search.from, search.to, search.date, search.cabin);
    return resultsPage(context, search, flights);
  });
  app.get('/next-dot/booking', (context) => {
    const search = readSearch(context);
    if ('problems' in search) return again(context, search.problems);
    const flight = flightsFor(search.from, search.to, search.date, search.cabin).find(
      (one) => one.number === context.req.query('flight'),
    );
    if (flight === undefined) return again(context, ['That flight is not on sale any more.']);
    return bookingPage(context, search, flight);
  });
  return app;
}

function names(places: readonly { name: string }[]): string {
  return places.map((place) => place.name).join(', ');
}
