import { integerBetween, seededRandom } from '../random.js';
import type { Place } from './places.js';

export const cabins = ['Economy', 'Premium', 'Cryo sleep', 'First'] as const;
export type Cabin = (typeof cabins)[number];

export interface Flight {
  carrier: string;
  number: string;
  departs: string;
  arrives: string;
  durationHours: number;
  stops: number;
  seatsLeft: number;
  priceDollars: number;
}

const carriers = ['Dotline', 'Perihelion', 'Long Dark Air', 'Meridian', 'Comet & Co'] as const;
const priceFactor: Record<Cabin, number> = {
  Economy: 1,
  Premium: 1.6,
  'Cryo sleep': 0.8,
  First: 3.2,
};

/** The flights of a day. They hang on the month and day, not on the year, so that an example keeps its answer. */
export function flightsFor(from: Place, to: Place, isoDate: string, cabin: Cabin): Flight[] {
  const random = seededRandom(`${from.name}|${to.name}|${isoDate.slice(5)}`);
  const count = integerBetween(random, 5, 8);
  const flights: Flight[] = [];
  const prices = new Set<number>();
  for (let index = 0; index < count; index++) {
    const carrier = carriers[integerBetween(random, 0, carriers.length - 1)] ?? carriers[0];
    const leaves = integerBetween(random, 5 * 12, 23 * 12) * 5;
    const stops = integerBetween(random, 0, 2);
    const durationHours = Math.round(6 + Math.log2(2 + to.distance) * 4 + stops * 3 + random() * 4);
    let price = Math.round(300 + Math.sqrt(to.distance) * 160 - stops * 60 + random() * 500);
    // No two the same, so that "the cheapest" has one answer.
    while (prices.has(price)) price += 1;
    prices.add(price);
    flights.push({
      carrier,
      number: `${carrier.slice(0, 2).toUpperCase()} ${integerBetween(random, 100, 999)}`,
      departs: clock(leaves),
      arrives: clock(leaves + durationHours * 60),
      durationHours,
      stops,
      seatsLeft: integerBetween(random, 1, 40),
      priceDollars: Math.round(price * priceFactor[cabin]),
    });
  }
  return flights;
}

function clock(minutes: number): string {
  const day = minutes % (24 * 60);
  return `${String(Math.floor(day / 60)).padStart(2, '0')}:${String(day % 60).padStart(2, '0')}`;
}

export const sortOrders = {
  price: (a: Flight, b: Flight) => a.priceDollars - b.priceDollars,
  departure: (a: Flight, b: Flight) => a.departs.localeCompare(b.departs),
  duration: (a: Flight, b: Flight) => a.durationHours - b.durationHours,
} as const;
export type SortOrder = keyof typeof sortOrders;
