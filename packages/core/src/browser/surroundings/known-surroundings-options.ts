import { knownOptions, type NamesOf } from '../../options/known-options.js';
import type { Geolocation, SurroundingsOptions } from './surroundings-options.js';

export const SURROUNDINGS_OPTIONS: NamesOf<SurroundingsOptions> = {
  locale: true,
  timezone: true,
  geolocation: knownOptions<Geolocation>(
    'geolocation',
    { latitude: true, longitude: true, accuracy: true },
    {
      lat: 'Did you mean latitude?',
      lng: 'Did you mean longitude?',
      lon: 'Did you mean longitude?',
    },
  ),
  permissions: true,
};
