export interface Planet {
  slug: string;
  name: string;
  kind: 'Rocky planet' | 'Gas giant' | 'Ice giant';
  /** Mean distance from the Sun in astronomical units. */
  distanceAu: number;
  diameterKm: number;
  moons: number;
  dayHours: number;
  yearDays: number;
  rings: boolean;
  gravity: number;
  meanCelsius: number;
  about: string;
}

export const planets: readonly Planet[] = [
  {
    slug: 'mercury',
    name: 'Mercury',
    kind: 'Rocky planet',
    distanceAu: 0.39,
    diameterKm: 4879,
    moons: 0,
    dayHours: 4222.6,
    yearDays: 88,
    rings: false,
    gravity: 3.7,
    meanCelsius: 167,
    about: 'The smallest planet and the closest to the Sun.',
  },
  {
    slug: 'venus',
    name: 'Venus',
    kind: 'Rocky planet',
    distanceAu: 0.72,
    diameterKm: 12104,
    moons: 0,
    dayHours: 2802,
    yearDays: 224.7,
    rings: false,
    gravity: 8.9,
    meanCelsius: 464,
    about: 'A thick carbon dioxide sky makes it the hottest planet.',
  },
  {
    slug: 'earth',
    name: 'Earth',
    kind: 'Rocky planet',
    distanceAu: 1,
    diameterKm: 12756,
    moons: 1,
    dayHours: 24,
    yearDays: 365.2,
    rings: false,
    gravity: 9.8,
    meanCelsius: 15,
    about: 'The only place known to have tea.',
  },
  {
    slug: 'mars',
    name: 'Mars',
    kind: 'Rocky planet',
    distanceAu: 1.52,
    diameterKm: 6792,
    moons: 2,
    dayHours: 24.7,
    yearDays: 687,
    rings: false,
    gravity: 3.7,
    meanCelsius: -65,
    about: 'Rust colours its dust. Phobos and Deimos go around it.',
  },
  {
    slug: 'jupiter',
    name: 'Jupiter',
    kind: 'Gas giant',
    distanceAu: 5.2,
    diameterKm: 142984,
    moons: 95,
    dayHours: 9.9,
    yearDays: 4331,
    rings: true,
    gravity: 23.1,
    meanCelsius: -110,
    about: 'Heavier than all the other planets together.',
  },
  {
    slug: 'saturn',
    name: 'Saturn',
    kind: 'Gas giant',
    distanceAu: 9.58,
    diameterKm: 120536,
    moons: 146,
    dayHours: 10.7,
    yearDays: 10747,
    rings: true,
    gravity: 9,
    meanCelsius: -140,
    about: 'Its rings are wide and only metres thick.',
  },
  {
    slug: 'uranus',
    name: 'Uranus',
    kind: 'Ice giant',
    distanceAu: 19.2,
    diameterKm: 51118,
    moons: 28,
    dayHours: 17.2,
    yearDays: 30589,
    rings: true,
    gravity: 8.7,
    meanCelsius: -195,
    about: 'It rolls around the Sun on its side.',
  },
  {
    slug: 'neptune',
    name: 'Neptune',
    kind: 'Ice giant',
    distanceAu: 30.05,
    diameterKm: 49528,
    moons: 16,
    dayHours: 16.1,
    yearDays: 59800,
    rings: true,
    gravity: 11,
    meanCelsius: -200,
    about: 'Found by arithmetic before anyone saw it.',
  },
];
