export interface Place {
  name: string;
  note: string;
  /** Light years from home; sets how long and how dear a flight is. */
  distance: number;
}

export const departurePlaces: readonly Place[] = [
  { name: 'Boston', note: 'Logan Launch Pier', distance: 0 },
  { name: 'New York', note: 'Hudson Spaceport', distance: 0 },
  { name: 'San Francisco', note: 'Bay Launch Field', distance: 0 },
  { name: 'Seattle', note: 'Puget Sound Port', distance: 0 },
  { name: 'London', note: 'Thames Estuary Port', distance: 0 },
  { name: 'Nairobi', note: 'Equator Launch Centre', distance: 0 },
  { name: 'Tokyo', note: 'Bay Skyport', distance: 0 },
  { name: 'Sydney', note: 'Botany Bay Field', distance: 0 },
];

export const destinations: readonly Place[] = [
  { name: 'Proxima Centauri b', note: 'Red dwarf, long days', distance: 4.2 },
  { name: 'Ross 128 b', note: 'Quiet star, mild coast', distance: 11 },
  { name: 'Wolf-1061c', note: 'Rocky, with twilight cities', distance: 14 },
  { name: 'Gliese 667 Cc', note: 'Three suns at dusk', distance: 23.6 },
  { name: 'TRAPPIST-1e', note: 'Seven worlds in the sky', distance: 40.7 },
  { name: 'Kepler-442b', note: 'Deep forests', distance: 1206 },
];

/** Finds a place by its whole name, else by how its name starts, else by a word in it; case does not count. */
export function findPlace(places: readonly Place[], text: string): Place | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return undefined;
  return (
    places.find((place) => place.name.toLowerCase() === wanted) ??
    places.find((place) => place.name.toLowerCase().startsWith(wanted)) ??
    places.find((place) =>
      place.name
        .toLowerCase()
        .split(/[\s-]+/)
        .includes(wanted),
    )
  );
}
