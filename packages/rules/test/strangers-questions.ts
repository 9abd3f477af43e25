import type { JsonObject } from '../src/model.js';
import type { strangers } from './strangers.js';

export const text = { type: 'string' };
export const number = { type: 'number' };
const integer = { type: 'integer' };
const boolean = { type: 'boolean' };
const date = { type: 'string', format: 'date' };
const list = (items: JsonObject): JsonObject => ({ type: 'array', items });
export const object = (properties: JsonObject): JsonObject => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
});

export type Row = [
  page: keyof typeof strangers,
  question: string,
  schema: JsonObject | undefined,
  answer: unknown,
];

/** Questions about these pages, and what is to be answered. */
export const rows: Row[] = [
  ['hotel', 'Which hotel is the cheapest?', undefined, 'Hostel Nove'],
  [
    'hotel',
    'Return the best rated hotel',
    object({ name: text, pricePerNight: number, rating: number }),
    { name: 'Casa Azul', pricePerNight: 120, rating: 4.8 },
  ],
  [
    'hotel',
    'List all hotels under €100',
    list(object({ name: text, price: number })),
    [
      { name: 'Hotel Mira', price: 89 },
      { name: 'Hostel Nove', price: 34 },
    ],
  ],
  [
    'infobox',
    'How high is the mountain?',
    object({ elevationMeters: number, location: text, firstAscent: date }),
    { elevationMeters: 3724, location: 'South Island, New Zealand', firstAscent: '1894-12-25' },
  ],
  ['infobox', 'What are the see also links?', list(text), ['Mount Tasman', 'Mount Aspiring']],
  ['issues', 'How many open issues are shown?', integer, 3],
  [
    'issues',
    'Return the title and number of comments of each issue',
    list(object({ title: text, comments: integer })),
    [
      { title: 'Crash on launch', comments: 7 },
      { title: 'Add dark mode', comments: 2 },
      { title: 'Docs typo', comments: 0 },
    ],
  ],
  ['issues', 'Who opened the issue about dark mode?', undefined, 'grace'],
  ['weather', 'What is the humidity?', text, '64%'],
  ['weather', 'Which day is the warmest?', undefined, 'Wednesday'],
  ['weather', 'What is the chance of rain on Tuesday?', undefined, '80%'],
  [
    'weather',
    'Return the current conditions',
    object({ temperature: number, humidity: number, wind: number }),
    { temperature: 12, humidity: 64, wind: 14 },
  ],
  ['jobs', 'Which jobs are remote?', list(text), ['Platform Engineer', 'Product Designer']],
  ['jobs', 'What is the salary of the Data Analyst?', number, 45000],
  [
    'jobs',
    'Return the highest paid job',
    object({ title: text, salary: number, remote: boolean }),
    { title: 'Platform Engineer', salary: 80000, remote: true },
  ],
  ['settings', 'Is dark mode on?', boolean, false],
  ['settings', 'What is the selected language?', undefined, 'English'],
  ['pricing', 'How much is the Team plan?', number, 12],
  ['pricing', 'Which plan includes SSO?', undefined, 'Business'],
  [
    'pricing',
    'Return all plans',
    list(object({ name: text, pricePerMonth: number, sso: boolean })),
    [
      { name: 'Starter', pricePerMonth: 0, sso: false },
      { name: 'Team', pricePerMonth: 12, sso: false },
      { name: 'Business', pricePerMonth: 40, sso: true },
    ],
  ],
  ['inbox', 'How many unread messages are there?', integer, 2],
  [
    'recipe',
    'List the ingredients',
    list(text),
    ['200 g flour', '150 g sugar', '3 eggs', '2 lemons'],
  ],
  [
    'recipe',
    'Return the times',
    object({ prepMinutes: number, cookMinutes: number, servings: integer }),
    { prepMinutes: 20, cookMinutes: 45, servings: 8 },
  ],
  ['recipe', 'How many steps are there in the method?', integer, 3],
  ['league', 'Who is in second place?', undefined, 'Harbour Town'],
  [
    'league',
    'Return the table',
    list(object({ rank: integer, club: text, goalDifference: integer })),
    [
      { rank: 1, club: 'Northgate', goalDifference: 14 },
      { rank: 2, club: 'Harbour Town', goalDifference: 5 },
      { rank: 3, club: 'Mill United', goalDifference: -2 },
    ],
  ],
  [
    'invoice',
    'Return the invoice',
    object({
      invoiceNumber: text,
      billTo: text,
      dueDate: date,
      total: number,
      status: { type: 'string', enum: ['paid', 'unpaid'] },
      lines: list(object({ description: text, quantity: number, amount: number })),
    }),
    {
      invoiceNumber: '2026-118',
      billTo: 'Ada Lovelace',
      dueDate: '2026-12-03',
      total: 2002.55,
      status: 'unpaid',
      lines: [
        { description: 'Consulting', quantity: 10, amount: 1500 },
        { description: 'Travel', quantity: 1, amount: 320.5 },
      ],
    },
  ],
  ['invoice', 'Is the invoice paid?', boolean, false],
  ['faq', 'What is the email address?', text, 'help@example.org'],
  ['faq', 'Is there a phone number?', boolean, true],
  ['library', 'Is Kindred available?', boolean, false],
  [
    'library',
    'Return each book with title, author and year',
    list(object({ title: text, author: text, year: integer })),
    [
      { title: 'The Left Hand of Darkness', author: 'Ursula K. Le Guin', year: 1969 },
      { title: 'Kindred', author: 'Octavia E. Butler', year: 1979 },
    ],
  ],
  ['library', 'Where is The Left Hand of Darkness available?', undefined, 'Central, North'],
  ['bank', 'What is the available balance of the savings account?', number, 15800],
  ['todo', 'Is Call mum completed?', boolean, true],
  ['todo', 'How many items are left?', integer, 1],
  ['todo', 'List the todos', list(text), ['Buy milk', 'Call mum']],
  ['restaurant', 'What is the rating?', number, 4.6],
  ['restaurant', 'How much is the lasagne?', number, 13],
  [
    'restaurant',
    'What is the most expensive main?',
    object({ name: text, price: number }),
    { name: 'Ossobuco', price: 21.5 },
  ],
  [
    'restaurant',
    'List the starters',
    list(object({ name: text, price: number })),
    [
      { name: 'Bruschetta', price: 6.5 },
      { name: 'Caprese', price: 8 },
    ],
  ],
  ['repo', 'What is the license?', undefined, 'MIT license'],
  ['repo', 'Which language is used most?', undefined, 'Rust'],
  ['countries', 'What is the capital of Kenya?', undefined, 'Nairobi'],
  ['countries', 'Which country has the largest area?', undefined, 'Kenya'],
  [
    'countries',
    'Which countries have a population over 50 million?',
    list(text),
    ['Japan', 'Kenya'],
  ],
  ['countries', 'How many pages are there?', integer, 5],
  ['countries', 'Is the Previous button disabled?', boolean, true],
  ['news', 'Who wrote about the bridge?', undefined, 'Jane Roe'],
  [
    'news',
    'Return all articles',
    list(object({ headline: text, author: text, date })),
    [
      { headline: 'Bridge opens after ten years', author: 'Jane Roe', date: '2026-11-20' },
      { headline: 'Rain expected all week', author: 'Sam Lee', date: '2026-11-21' },
    ],
  ],
  ['cinema', 'How long is Paper Planes?', undefined, '1h 32m'],
  [
    'cinema',
    'Return the movies',
    list(object({ title: text, durationMinutes: integer })),
    [
      { title: 'The Long Night', durationMinutes: 134 },
      { title: 'Paper Planes', durationMinutes: 92 },
    ],
  ],
  ['crm', 'What is the email of Raj Patel?', text, 'raj@kite.io'],
  ['crm', 'Who was contacted most recently?', undefined, 'Raj Patel'],
  [
    'course',
    'Return the course',
    object({
      title: text,
      instructor: text,
      startDate: date,
      durationWeeks: integer,
      price: number,
    }),
    {
      title: 'Intro to Botany',
      instructor: 'Dr. Ines Moreau',
      startDate: '2027-01-12',
      durationWeeks: 8,
      price: 90,
    },
  ],
  ['course', 'How many seats are left?', integer, 12],
  [
    'course',
    'What will I learn?',
    list(text),
    ['Plant cells', 'Photosynthesis', 'Field identification'],
  ],
  ['stock', 'What is the volume?', text, '3.2M'],
  [
    'stock',
    'Return the quote',
    object({ open: number, high: number, low: number }),
    { open: 141.2, high: 143.01, low: 140.88 },
  ],
  ['player', 'Is 1080p selected?', boolean, false],
];
