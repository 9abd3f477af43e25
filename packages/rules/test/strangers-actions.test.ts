import { describe, expect, it } from 'vitest';
import { rulesModel } from '../src/index.js';
import { capture, pointedAt, stepOn, today } from './snippet.js';
import { strangers } from './strangers.js';

async function firstAction(html: string, prompt: string): Promise<string> {
  const page = capture(html);
  const calls = await rulesModel({ now: () => today }).step(stepOn(page, prompt));
  const call = calls.find(
    (one) => !['think', 'waitForPageToSettle', 'takeObservation'].includes(one.name),
  );
  const value =
    Array.isArray(call?.input) && !String(call.input[0]).startsWith('<box>')
      ? ` ${JSON.stringify(call.input[0])}`
      : '';
  const how =
    Array.isArray(call?.input) &&
    typeof call.input.at(-1) === 'string' &&
    !String(call.input.at(-1)).startsWith('<box>') &&
    call.input.length > 1
      ? ` ${call.input.at(-1)}`
      : '';
  return `${call?.name}${value}${how} on ${pointedAt(page, call)}`;
}

type Row = [page: keyof typeof strangers, prompt: string, action: RegExp];

const rows: Row[] = [
  [
    'hotel',
    'Find hotels in Lisbon from March 3 to March 7 for 2 guests',
    /^agentType "Lisbon" on input placeholder="e.g. Lisbon"/,
  ],
  [
    'issues',
    'Search for crash',
    /^agentType "crash" on input type="text" placeholder="Search all issues"/,
  ],
  ['campus', 'Click on the library', /^agentClick on area alt="Library"/],
  ['campus', 'Open the North car park', /^agentClick on area title="North car park"/],
  ['issues', 'Click the second issue', /^agentClick on a href="\/i\/40"/],
  ['weather', 'Tick Show in Fahrenheit', /^agentClick on input type="checkbox" id="f"/],
  [
    'jobs',
    'Search for designer jobs in Lyon',
    /^agentType "designer jobs" on input name="keyword"/,
  ],
  [
    'settings',
    'Turn on dark mode',
    /^agentClick on button role="switch" aria-checked="false" aria-labelledby="l2"/,
  ],
  [
    'settings',
    'Switch off email notifications',
    /^agentClick on button role="switch" aria-checked="true" aria-labelledby="l1"/,
  ],
  [
    'settings',
    'Set the volume to 80 and save the changes',
    /^agentType "80" on input type="range"/,
  ],
  ['settings', 'Change language to Français', /^agentType "Français" on select id="lang"/],
  [
    'settings',
    'Choose green as the theme colour',
    /^agentClick on input type="radio" name="tc" value="green"/,
  ],
  ['settings', 'Clear the bio field', /^agentType "" on textarea id="bio"/],
  ['settings', 'Double-click Save changes', /^agentClick left-double on button>Save changes/],
  ['settings', 'Right-click on the Cancel button', /^agentClick right on button>Cancel/],
  ['settings', 'Hover over Save changes', /^agentHover on button>Save changes/],
  [
    'settings',
    'Set the language to Klingon',
    /^throw "“Language” has no option “Klingon”; it has “English”, “Deutsch”, “Français”."/,
  ],
  ['pricing', 'Choose the Business plan', /^agentClick on a href="\/b"/],
  [
    'inbox',
    'If a cookie banner appears, accept it, then click Compose',
    /^agentClick on button>Accept all/,
  ],
  ['inbox', 'If a survey appears, close it, then click Compose', /^agentClick on button>Compose/],
  [
    'inbox',
    'Select the message from Bob Stone',
    /^agentClick on input type="checkbox" aria-label="Select message from Bob Stone"/,
  ],
  [
    'login',
    'Log in with username ada and password s3cret',
    /^agentType "ada" on input type="text" name="user_login"/,
  ],
  [
    'login',
    'Enter ada@example.org into the email field',
    /^agentType "ada@example.org" on input type="text" name="user_login"/,
  ],
  ['login', 'Click on forgot password', /^agentClick on a href="\/forgot"/],
  ['invoice', 'Pay the invoice', /^agentClick on a href="\/pay"/],
  ['faq', 'Expand "Where is my order?"', /^agentClick on summary>Where is my order\?/],
  [
    'carDates',
    'Find cars from Porto to Lisbon, pick up on May 4th',
    /^agentType "Porto" on input name="pickup_loc"/,
  ],
  ['library', 'Search for Kindred', /^agentType "Kindred" on input name="q"/],
  ['library', 'Reserve Kindred', /^agentClick on a href="\/r\/2"/],
  ['library', 'Reserve the first book', /^agentClick on a href="\/r\/1"/],
  ['bank', 'Transfer $50 from Checking to Savings', /^agentType "Checking" on select id="f"/],
  ['bank', 'View the transactions of the savings account', /^agentClick on a href="\/s"/],
  [
    'todo',
    'Mark Buy milk as done',
    /^agentClick on input type="checkbox" aria-label="Toggle Buy milk"/,
  ],
  ['todo', 'Delete "Call mum"', /^agentClick on button aria-label="Delete Call mum"/],
  [
    'restaurant',
    'Book a table for 4 people on December 24 at 19:00',
    /^agentType "2026-12-24" on input type="date"/,
  ],
  ['repo', 'Open README.md', /^agentClick on a href="\/rm"/],
  ['countries', 'Sort by Country', /^agentClick on button aria-label="Sort by Country"/],
  ['countries', 'Go to the next page', /^agentClick on button>Next/],
  [
    'wizard',
    'Choose Yes for ship to a different address',
    /^agentClick on input type="radio" name="diff" value="y"/,
  ],
  [
    'wizard',
    'Type "Happy birthday!" into the gift message',
    /^agentType "Happy birthday!" on textarea/,
  ],
  [
    'wizard',
    'Enter "Leave at the door" as delivery instructions',
    /^agentType "Leave at the door" on input type="text" name="instr"/,
  ],
  [
    'gov',
    'Fill date of birth with December 10, 1990',
    /^agentType "12\/10\/1990" on input aria-labelledby="x2"/,
  ],
  ['gov', 'Submit the application', /^agentClick on button type="submit"/],
  [
    'news',
    'Subscribe to the newsletter with ada@example.org',
    /^agentType "ada@example.org" on input type="email"/,
  ],
  ['cinema', 'Book the 20:45 showing of The Long Night', /^agentClick on a href="\/b\/2"/],
  ['crm', 'Select Ann Wu', /^agentClick on input type="checkbox"/],
  ['course', 'Enroll in the course', /^agentClick on button>Enroll now/],
  ['course', 'Go back to Courses', /^agentClick on a href="\/c"/],
  [
    'survey',
    'Answer "More dark mode" to What could we improve?',
    /^agentType "More dark mode" on textarea/,
  ],
  ['address', 'Set the billing street to 1 Main St', /^agentType "1 Main St" on input id="bs"/],
  ['address', 'Enter Boston as the shipping city', /^agentType "Boston" on input id="sc"/],
  ['address', 'Select NY for state', /^agentType "New York" on select id="bst"/],
  ['player', 'Mute the video', /^agentClick on button aria-label="Mute"/],
  ['player', 'Seek to 120', /^agentType "120" on input type="range"/],
  ['player', 'Choose 1080p', /^agentClick on li role="menuitemradio" aria-checked="false"/],
  ['league', 'Go to https://example.org/table', /^goToUrl "https:\/\/example.org\/table"/],
  ['league', 'Wait 3 seconds', /^wait 3/],
  [
    'league',
    'Click the Relegation tab',
    /^throw "There is nothing called “Relegation tab” on the page/,
  ],
];

describe('actions on pages that the rules were not written for', () => {
  it.each(rows)('%s: %s', async (page, prompt, action) => {
    expect(await firstAction(strangers[page], prompt)).toMatch(action);
  });

  it('says how to turn the DOM capture on when there is none', async () => {
    const page = { ...capture(''), simplifiedDOM: '' };
    const calls = await rulesModel().step(stepOn(page, 'Click Save'));
    expect(calls).toEqual([
      {
        name: 'throw',
        input: [expect.stringMatching(/NOVA_ACT_CAPTURE_DOM=1 or the option captureDom: true/)],
      },
    ]);
  });

  it('scrolls to what lies below the window before it points at it', async () => {
    const page = capture(`${'<p>Top</p>'.repeat(200)}<button>Agree</button>`, { rowHeight: 20 });
    const calls = await rulesModel().step(stepOn(page, 'Click Agree'));
    expect(calls[1]).toMatchObject({ name: 'agentScroll', input: { direction: 'down' } });
  });

  it('types an option into a native select that refuses the click', async () => {
    const page = capture(strangers.settings);
    const model = rulesModel();
    const step = stepOn(page, 'Click Language, then select Deutsch');
    const calls = await model.step(step);
    expect(calls.find((call) => call.name === 'agentType')?.input).toEqual([
      'Deutsch',
      expect.stringContaining('<box>'),
    ]);
  });

  it('tries the next best when the browser sends it another way, and quotes the browser when nothing is left', async () => {
    const page = capture('<button>Save</button>');
    const model = rulesModel();
    const step = stepOn(page, 'Click Save');
    await model.step(step);
    const refused = {
      ...step,
      step: 2,
      callResults: [
        {
          callId: '1',
          name: 'agentClick',
          text: 'AgentRedirectError: the button is covered by a banner',
        },
      ],
    };
    const calls = await model.step(refused);
    expect(calls).toEqual([
      {
        name: 'throw',
        input: [expect.stringMatching(/nothing called “Save”.*covered by a banner/)],
      },
    ]);
  });

  it('answers what was asked before more was done from the page it was asked of', async () => {
    const model = rulesModel({ now: () => today });
    const schema = { type: 'number' };
    const step = stepOn(capture(strangers.invoice), 'Return the total due, then click Pay now', {
      schema,
    });
    expect((await model.step(step)).map((call) => call.name)).toContain('agentClick');
    const next = { ...step, step: 2, observation: capture('<h1>Paid</h1>'), callResults: [] };
    expect(await model.step(next)).toEqual([{ name: 'return', input: ['2002.55'] }]);
  });

  it('ends each step in a return, a throw or an observation, whatever the words and the page', async () => {
    const prompts = [
      '',
      '?',
      'the',
      'then',
      'click',
      'type',
      '"',
      'If x, y',
      'choose from',
      'from to on in at',
      '1. \n2. ',
      'and '.repeat(200),
      'Add x to y',
      'fill in the form with a b',
    ];
    const schemas = [
      undefined,
      {},
      { type: 'array' },
      { type: 'object' },
      { $ref: '#/nowhere' },
      { anyOf: [{ type: 'null' }] },
      { enum: ['a', 1] },
    ];
    for (const html of [
      '',
      strangers.bank,
      strangers.inbox,
      strangers.settings,
      strangers.weather,
    ]) {
      for (const prompt of prompts) {
        for (const schema of schemas) {
          const calls = await rulesModel({ now: () => today }).step(
            stepOn(capture(html), prompt, schema === undefined ? {} : { schema }),
          );
          expect(calls.at(-1)?.name).toMatch(/^(?:return|throw|takeObservation)$/);
        }
      }
    }
  });

  it('reads a page of 10,000 elements in seconds at the most, not minutes', async () => {
    const rows = Array.from(
      { length: 1250 },
      (_, at) =>
        `<tr><td>Item ${at}</td><td>$${at}.50</td><td><button>Buy</button></td><td><a href="/${at}">More</a></td></tr>`,
    );
    const page = capture(
      `<table><tr><th>Name</th><th>Price</th><th>Buy</th><th>More</th></tr>${rows.join('')}</table>`,
    );
    expect(Object.keys(page.idToBboxMap).length).toBeGreaterThan(8000);
    const calls = await rulesModel({ now: () => today }).step(
      stepOn(page, 'Click Buy for Item 700'),
    );
    // Row 701 of the table: its button lies far below the window.
    expect(calls[1]).toMatchObject({ name: 'agentScroll', input: { direction: 'down' } });
  }, 30_000);
});
