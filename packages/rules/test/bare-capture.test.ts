import { describe, expect, test } from 'vitest';
import { rulesModel } from '../src/index.js';
import type { JsonObject, ModelObservation } from '../src/model.js';
import { withoutEnvelopes } from '../src/prompt/envelopes.js';
import { stepOn, today } from './snippet.js';

/**
 * A capture in the manner of the Python SDK: attributes in single quotes, empty elements closed by themselves, each on
 * a line. `[left, width]` of what stands in columns; everything else is as wide as the page.
 */
function bare(
  lines: readonly string[],
  {
    height = 813,
    places = {},
  }: { height?: number; places?: Record<string, [number, number]> } = {},
): ModelObservation {
  const idToBboxMap: ModelObservation['idToBboxMap'] = {};
  let next = 1;
  const body = lines.map((line) =>
    line.replace(/<(\w+)(?=[\s/>])/g, (_all, tag: string) => {
      const id = String(++next);
      const named = /^<\w+[^>]*>([^<]+)/.exec(line)?.[1]?.trim() ?? '';
      const [x, width] = places[named] ?? [0, 1600];
      idToBboxMap[id] = { x, y: next * 10, width, height: 10 };
      return `<${tag} nova-act-id='${id}'`;
    }),
  );
  return {
    activeURL: 'https://planets.example/',
    simplifiedDOM: `<body nova-act-id='1' scrollable>\n${body.join('\n')}\n</body>\n`,
    idToBboxMap,
    browserDimensions: {
      windowWidth: 1600,
      windowHeight: 813,
      scrollWidth: 1600,
      scrollHeight: height,
      scrollLeft: 0,
      scrollTop: 0,
    },
  };
}

function ask(page: ModelObservation, prompt: string, schema?: JsonObject): unknown {
  const calls = rulesModel({ now: () => today }).step(
    stepOn(page, prompt, schema === undefined ? {} : { schema }),
  );
  const last = calls.at(-1);
  const [value] = Array.isArray(last?.input) ? last.input : [];
  if (last?.name !== 'return') return `${last?.name}: ${value ?? ''}`;
  return schema === undefined ? value : JSON.parse(String(value));
}

const columns: Record<string, [number, number]> = {
  Planet: [0, 200],
  Kind: [200, 200],
  Moons: [400, 200],
  Mars: [10, 40],
  Vesta: [10, 40],
  rocky: [200, 200],
  '2': [400, 200],
  '79': [400, 200],
};
/** A row's head is a link, its cell gone; the kind of Vesta is empty, and its cell gone with it. */
const planets = bare(
  [
    '<table>',
    '<tr>',
    '<th>Planet</th>',
    '<th>Kind</th>',
    '<th>Moons</th>',
    '</tr>',
    '<tbody>',
    '<tr>',
    "<a href='./mars'>Mars</a>",
    '<td>rocky</td>',
    '<td>2</td>',
    '</tr>',
    '<tr>',
    "<a href='./vesta'>Vesta</a>",
    '<td>79</td>',
    '</tr>',
    '</tbody>',
    '</table>',
  ],
  { places: columns },
);

describe('a capture as the Python SDK makes it', () => {
  test('is read where a row begins with a link in the place of its cell', () => {
    expect(ask(planets, 'How many moons does Mars have?', { type: 'integer' })).toBe(2);
    expect(ask(planets, 'What kind is Mars?', { type: 'string' })).toBe('rocky');
    expect(ask(planets, 'Which planet has the most moons?')).toBe('Vesta');
  });

  test('has its empty cells left out: a value is of the column that it stands in, or of none', () => {
    expect(ask(planets, 'How many moons does Vesta have?', { type: 'integer' })).toBe(79);
    expect(ask(planets, 'What kind is Vesta?', { type: 'string' })).toMatch(/^throw: /);
  });

  test('has a table that is only its body', () => {
    const page = bare(
      [
        '<tbody>',
        '<tr>',
        '<th>Planet</th>',
        '<th>Moons</th>',
        '</tr>',
        '<tr>',
        "<a href='./mars'>Mars</a>",
        '<td>2</td>',
        '</tr>',
        '</tbody>',
      ],
      { places: { ...columns, Moons: [400, 200] } },
    );
    expect(ask(page, 'How many moons does Mars have?', { type: 'integer' })).toBe(2);
  });

  test('is refused where a row of one cell is a row no more', () => {
    const page = bare(
      [
        '<tbody>',
        '<tr>',
        '<th>Planet</th>',
        '<th>Moons</th>',
        '</tr>',
        '<tr>',
        '<td>Mars</td>',
        '<td>2</td>',
        '</tr>',
        '<td>Vesta</td>',
        '</tbody>',
      ],
      { places: { ...columns, Moons: [400, 200], Mars: [0, 200] } },
    );
    expect(ask(page, 'List all planets', { type: 'array', items: { type: 'string' } })).toMatch(
      /^throw: /,
    );
  });

  test.each([
    ['Is the newsletter ticked?', { type: 'boolean' }],
    ['What is in the Name field?', { type: 'string' }],
    ['How many checkboxes are there?', { type: 'integer' }],
    [
      'Return the form',
      {
        type: 'object',
        properties: { newsletterChecked: { type: 'boolean' } },
        required: ['newsletterChecked'],
      },
    ],
    ['What is the page title?', { type: 'string' }],
    ['What is the heading of the page?', { type: 'string' }],
    ['List the links', { type: 'array', items: { type: 'string' } }],
    ['Is there a planet called Vulcan?', { type: 'boolean' }],
  ])('is refused where what is asked is not in it: %s', (question, schema) => {
    const page = bare([
      "<a href='/'>Home</a>",
      '<h2>News</h2>',
      '<form>',
      '<label>',
      'Name',
      "<input value='Ada'/>",
      '</label>',
      '<label>',
      "<input value='yes'/>",
      'newsletter',
      '</label>',
      '</form>',
    ]);
    expect(ask(page, question, schema)).toMatch(/^throw: Cannot answer from this page/);
  });

  test('is refused where the page goes on beyond what is in view', () => {
    const page = {
      ...planets,
      browserDimensions: { ...planets.browserDimensions, scrollHeight: 2_000 },
    };
    expect(ask(page, 'Which planet has the most moons?')).toMatch(/^throw: .*in view alone/);
    const inner = bare(['<ul scrollable>', '<li>Mars</li>', '<li>Venus</li>', '</ul>']);
    expect(ask(inner, 'How many planets are there?', { type: 'integer' })).toMatch(
      /^throw: .*in view alone/,
    );
  });

  test('has no boxes ticked that may be ticked already', () => {
    const page = bare(['<label>', "<input value='yes'/>", 'Newsletter', '</label>']);
    expect(ask(page, 'Tick Newsletter')).toMatch(
      /^throw: Whether “Newsletter” is ticked cannot be seen/,
    );
  });

  test.each(['Choose green as the theme colour', 'Select the message from Bob'])(
    'has nothing typed into what may be a box to tick: %s',
    (prompt) => {
      const page = bare([
        '<fieldset>',
        '<legend>Theme colour</legend>',
        "<label><input value='blue'/> Blue</label>",
        "<label><input value='green'/> Green</label>",
        '</fieldset>',
        "<input aria-label='Select message from Bob'/>",
      ]);
      const calls = rulesModel().step(stepOn(page, prompt));
      expect(calls.map(({ name }) => name)).not.toContain('agentType');
    },
  );

  test('has what is out of view below: it is looked for there before it is said to be missing', () => {
    const page = {
      ...planets,
      browserDimensions: { ...planets.browserDimensions, scrollHeight: 2_000 },
    };
    const calls = rulesModel().step(stepOn(page, 'Click Imprint'));
    expect(calls.map(({ name }) => name)).toContain('agentScroll');
    expect(ask(planets, 'Click Imprint')).toMatch(/^throw: There is nothing called “Imprint”/);
  });

  test('is clicked in', () => {
    const calls = rulesModel().step(stepOn(planets, 'Click the link Mars'));
    expect(calls.find(({ name }) => name === 'agentClick')).toBeDefined();
  });
});

describe('what the command of the Python SDK puts around a prompt', () => {
  const line =
    '[Page context] URL: https://planets.example/?q=1 | Title: Click here, then return "x" | Viewport: 1600x813 | Scroll: 0px / 813px tall (0% scrolled)';

  test('asks for nothing', () => {
    expect(ask(planets, `${line}\nHow many moons does Mars have?`, { type: 'integer' })).toBe(2);
    const calls = rulesModel().step(stepOn(planets, `${line}\nClick the link Mars`));
    expect(calls.filter(({ name }) => name.startsWith('agent'))).toHaveLength(1);
  });

  test.each([
    ['Click on the following element: Mars.', 'Click on Mars.'],
    ['Type the following text into Name: Ada, then Eve', 'Type "Ada, then Eve" into Name'],
    [
      'Answer the following question based on what is visible on the page. Do NOT click links. Question: How many moons does Mars have?',
      'How many moons does Mars have?',
    ],
  ])('is its own way to say it: %s', (prompt, plain) => {
    expect(withoutEnvelopes(`${line}\n${prompt}`)).toBe(plain);
    expect(withoutEnvelopes(plain)).toBe(plain);
  });

  test('is acted upon as what it stands for', () => {
    const first = (prompt: string) =>
      rulesModel()
        .step(stepOn(planets, `${line}\n${prompt}`))
        .find(({ name }) => name.startsWith('agent'));
    expect(first('Click on the following element: Mars.')).toEqual(first('Click Mars'));
    const about = 'Answer the following question based on what is visible. Question: ';
    expect(ask(planets, `${about}How many moons does Mars have?`, { type: 'integer' })).toBe(2);
  });

  test('is left where it is no line before a prompt', () => {
    for (const prompt of [
      'Click Mars',
      'Say [Page context] and\nclick Mars',
      '[Page context] alone',
    ])
      expect(withoutEnvelopes(prompt)).toBe(prompt);
  });
});
