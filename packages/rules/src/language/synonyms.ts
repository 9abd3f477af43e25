import { stem } from './words.js';

// Words that stand for the same thing on pages and in requests. A word may be in several groups.
const groups = [
  'price cost fare amount total rate fee charge',
  'salary pay paid wage compensation earn',
  'rank position place number',
  'name title product item',
  'email mail',
  'phone telephone mobile tel cell',
  'passenger traveller traveler guest people person adult seat',
  'depart departure departing leave leaving outbound',
  'arrive arrival arriving',
  'return returning inbound',
  'from origin departure leaving start',
  'to destination arrival going towards',
  'date day when departing departure',
  'duration length time',
  'cabin class',
  'basket cart bag trolley',
  'buy purchase order checkout',
  'signin login logon log sign',
  'register signup join',
  'search find query lookup keyword',
  'submit send save continue',
  'delete remove discard trash',
  'quantity qty number amount count',
  'rating score star',
  'review comment',
  'country nation',
  'zip postcode postal',
  'surname lastname family',
  'forename firstname given',
  'picture image photo',
  'telephone phone',
  'description about summary detail',
  'distance far away',
  'diameter size width big large',
  'temperature hot cold warm',
  'weight heavy mass',
  'height tall high',
  'age old year',
  'author writer by',
  'location city place town where',
  'company employer organisation organization business firm',
  'role position job occupation',
  'type kind category class',
  'stock availability available',
  'airline carrier operator',
  'stop layover connection',
  'colour color',
  'state status',
  'message comment note',
  'close dismiss',
  'next forward',
  'previous back prior',
  'menu navigation',
  'preference setting option',
  'website url link homepage',
  'birthday birthdate birth dob',
  'gender sex',
  'password passcode',
  'username user login',
] as const;

const byWord = new Map<string, Set<number>>();
groups.forEach((group, index) => {
  for (const word of group.split(' ')) {
    const key = stem(word);
    const places = byWord.get(key) ?? new Set<number>();
    places.add(index);
    byWord.set(key, places);
  }
});

/** Whether two stemmed words are used for one another on pages. */
export function areSynonyms(one: string, other: string): boolean {
  const places = byWord.get(one);
  const others = byWord.get(other);
  if (places === undefined || others === undefined) return false;
  for (const place of places) if (others.has(place)) return true;
  return false;
}
