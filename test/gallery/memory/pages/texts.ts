import type { MemoryPair } from '../memory-pair.js';

const page = (body: string) => `<html lang="en"><h1>Flights</h1>${body}`;
const form = page(
  '<form onsubmit="return false"><label>From <input data-id="from"></label><label>To <input data-id="to"></label><button data-id="go">Go</button></form>',
);
const fly = {
  prompt: 'Fly from {{from}} to {{to}}',
  before: form,
  did: [
    ['type', '[data-id=from]', 'Oslo'],
    ['type', '[data-id=to]', 'Rome'],
    ['click', '[data-id=go]'],
  ],
} as const;
const plans = page(
  '<label><input type="radio" name="p" data-id="Basic"> Basic</label><label><input type="radio" name="p" data-id="Premium"> Premium</label>',
);
const days = page(
  '<table><tr><td><button data-id="27">27</button><td><button data-id="28">28</button></table>',
);

export const texts: MemoryPair[] = [
  {
    name: 'the variables have other values',
    ...fly,
    variables: { from: 'Oslo', to: 'Rome' },
    variablesNow: { from: 'Bergen', to: 'Bari' },
    must: 'play',
    does: ['from=Bergen', 'to=Bari', 'go'],
  },
  {
    name: 'what is typed stands in the prompt',
    prompt: 'Type “two lamps” into the search',
    before: page('<input placeholder="Search" data-id="q">'),
    did: [['type', 'input', 'two lamps']],
    must: 'play',
    does: ['q=two lamps'],
  },
  {
    name: 'what was typed came from nowhere that is known',
    prompt: 'Search for the capital of Norway',
    before: page('<input placeholder="Search" data-id="q">'),
    did: [['type', 'input', 'Oslo']],
    must: 'ask',
    does: [],
    why: /neither in the prompt nor a variable/,
  },
  {
    name: 'a literal password is not kept',
    prompt: 'Sign in with the password hunter2',
    before: page('<input type="password" placeholder="Password" data-id="pw">'),
    did: [['type', 'input', 'hunter2']],
    must: 'ask',
    does: [],
    why: /hidden by its field/,
  },
  {
    name: 'a password that is a variable is typed as the variable is now',
    prompt: 'Sign in with {{password}}',
    variables: { password: 'hunter2' },
    variablesNow: { password: 'correct horse' },
    before: page('<input type="password" placeholder="Password" data-id="pw">'),
    did: [['type', 'input', 'hunter2']],
    must: 'play',
    does: ['pw=correct horse'],
  },
  {
    name: 'the choice is the value of a variable',
    prompt: 'Choose {{plan}}',
    variables: { plan: 'Basic' },
    variablesNow: { plan: 'Premium' },
    before: plans,
    did: [['click', '[data-id=Basic]']],
    must: 'play',
    does: ['Premium'],
  },
  {
    name: 'the choice was made by what the value means',
    prompt: 'Choose the {{price}} plan',
    variables: { price: 'cheapest' },
    variablesNow: { price: 'dearest' },
    before: page(
      '<h2>Plans</h2><button data-id="basic">Basic</button><br><a href="#p" data-id="premium">Premium</a>',
    ),
    did: [['click', '[data-id=basic]']],
    must: 'ask',
    does: [],
    why: /another \{\{price\}\}/,
  },
  {
    name: 'two variables had one value, and nobody knows which was typed where',
    prompt: 'Book for {{adults}} adults and {{rooms}} rooms',
    variables: { adults: '2', rooms: '2' },
    variablesNow: { adults: '3', rooms: '1' },
    before: page(
      '<label>Adults <input data-id="adults"></label><label>Rooms <input data-id="rooms"></label>',
    ),
    did: [
      ['type', '[data-id=adults]', '2'],
      ['type', '[data-id=rooms]', '2'],
    ],
    must: 'ask',
    does: [],
  },
  {
    name: 'the entry that was opened has the old value in its name',
    prompt: 'Open {{lamp}}',
    variables: { lamp: 'Desk lamp' },
    variablesNow: { lamp: 'Floor lamp' },
    before: page(
      '<ul><li><a href="#d" data-id="desk">Desk lamp, black</a><li><a href="#f" data-id="floor">Floor lamp, black</a></ul>',
    ),
    did: [['click', '[data-id=desk]']],
    must: 'ask',
    does: [],
  },
  {
    name: 'the prompt says “tomorrow”, and it is another day',
    prompt: 'Choose tomorrow, day 28',
    before: days,
    did: [['click', '[data-id="28"]']],
    days: 1,
    must: 'ask',
    does: [],
    why: /another day/,
  },
  {
    name: 'the prompt says “tomorrow”, and it is the same day',
    prompt: 'Choose tomorrow, day 28',
    before: days,
    did: [['click', '[data-id="28"]']],
    must: 'play',
    does: ['28'],
  },
  {
    name: 'the value says “Freitag”, and it is another day',
    prompt: 'Choose {{when}}, day 28',
    variables: { when: 'nächsten Freitag' },
    before: days,
    did: [['click', '[data-id="28"]']],
    days: 3,
    must: 'ask',
    does: [],
  },
  {
    name: 'the field takes another kind of value',
    prompt: 'Type 5 as the amount',
    before: page('<label>Amount <input data-id="amount"></label>'),
    after: page('<label>Amount <input type="email" data-id="amount"></label>'),
    did: [['type', 'input', '5']],
    must: 'heal',
    does: [],
  },
  {
    name: 'the field holds something already',
    prompt: 'Type “Ann” as the name',
    before: page('<label>Name <input data-id="name"></label>'),
    after: page('<label>Name <input data-id="name" value="Bob"></label>'),
    did: [['type', 'input', 'Ann']],
    must: 'play',
    does: ['name=Ann'],
  },
];
