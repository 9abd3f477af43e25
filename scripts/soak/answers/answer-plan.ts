import fc from 'fast-check';

/** A text, described so that it can be printed: megabytes are `of`, `times` over. */
export interface Text {
  readonly of: string;
  readonly times: number;
}

/** One call of a program; its input is JSON as text, so that it may be what no JSON writer would write. */
export interface CallPlan {
  readonly name: string;
  readonly input: string;
}

/** What stands in the place of the service's answer to a step. */
export type AnswerPlan =
  | { readonly kind: 'program'; readonly calls: readonly CallPlan[]; readonly repeated: number }
  | { readonly kind: 'deep'; readonly levels: number; readonly open: '[' | '{"a":' }
  | { readonly kind: 'body'; readonly status: number; readonly text: Text }
  | { readonly kind: 'bytes'; readonly bytes: readonly number[] }
  | { readonly kind: 'cut'; readonly keep: number }
  | { readonly kind: 'members'; readonly members: string }
  | { readonly kind: 'honest' };

export interface AnswersCase {
  readonly surface: 'iam' | 'apiKey';
  readonly answers: readonly AnswerPlan[];
  readonly schema: number;
}

const NAMES = [
  'agentClick',
  'agentHover',
  'agentScroll',
  'agentType',
  'goToUrl',
  'wait',
  'waitForPageToSettle',
  'takeObservation',
  'think',
  'return',
  'throw',
  'throwAgentError',
  'human_Approve',
  'browser.agentClick',
  'tool.count',
  'count',
  '__proto__',
  'constructor',
  'fly',
  '',
];

const text = (most: number): fc.Arbitrary<Text> =>
  fc.record({
    of: fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(' ', '\\u0000', '<box>', '9', '\\ud800'),
    ),
    times: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: most })),
  });

const json = fc.json({ maxDepth: 4 });

/** Boxes that are right, nearly right, and nothing of the kind. */
const box = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: -5, max: 2_000 }),
      fc.integer({ min: -5, max: 2_000 }),
      fc.nat(400),
      fc.nat(400),
    )
    .map(
      ([top, left, height, width]) => `<box>${top},${left},${top + height},${left + width}</box>`,
    ),
  fc.constantFrom(
    '<box>',
    '<box></box>',
    '<box>1,2,3</box>',
    '<box>NaN,1,1e9,2</box>',
    '',
    '<box>1, 2, 30, 40 </box>',
  ),
  text(20_000).map(({ of, times }) => `<box>${of.repeat(times)}</box>`),
);

const argument = fc.oneof(
  box.map((value) => JSON.stringify(value)),
  fc.string({ maxLength: 20 }).map((value) => JSON.stringify(value)),
  fc.constantFrom(
    'null',
    'true',
    '1e999',
    '-0',
    '1e-400',
    '"down"',
    '"http://a.test/"',
    '"javascript:1"',
  ),
  json,
);

const call: fc.Arbitrary<CallPlan> = fc.record({
  name: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...NAMES) }, fc.string({ maxLength: 30 })),
  input: fc.oneof(
    fc.array(argument, { maxLength: 6 }).map((all) => `[${all.join(',')}]`),
    fc
      .array(
        fc.tuple(
          fc.constantFrom('message', 'box', 'value', 'n', '__proto__', 'constructor', 'n'),
          argument,
        ),
        { maxLength: 4 },
      )
      .map((members) => `{${members.map(([key, value]) => `"${key}":${value}`).join(',')}}`),
    json,
  ),
});

const answer: fc.Arbitrary<AnswerPlan> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('program' as const),
      calls: fc.array(call, { maxLength: 6 }),
      repeated: fc.oneof(
        { weight: 9, arbitrary: fc.constant(1) },
        fc.integer({ min: 1, max: 20_000 }),
      ),
    }),
  },
  fc.record({
    kind: fc.constant('deep' as const),
    levels: fc.integer({ min: 1, max: 200_000 }),
    open: fc.constantFrom('[' as const, '{"a":' as const),
  }),
  fc.record({
    kind: fc.constant('body' as const),
    status: fc.constantFrom(
      200,
      200,
      200,
      201,
      299,
      301,
      400,
      403,
      404,
      409,
      413,
      429,
      500,
      503,
      599,
    ),
    text: text(1_000_000),
  }),
  fc.record({
    kind: fc.constant('bytes' as const),
    bytes: fc.array(fc.nat(255), { maxLength: 60 }),
  }),
  fc.record({ kind: fc.constant('cut' as const), keep: fc.nat(200) }),
  fc.record({ kind: fc.constant('members' as const), members: json }),
  { weight: 3, arbitrary: fc.constant({ kind: 'honest' as const }) },
);

export const cases: fc.Arbitrary<AnswersCase> = fc.record({
  surface: fc.constantFrom('iam' as const, 'apiKey' as const),
  answers: fc.array(answer, { minLength: 1, maxLength: 3 }),
  schema: fc.nat(3),
});
