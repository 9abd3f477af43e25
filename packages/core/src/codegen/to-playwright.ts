import { withScheme } from '../browser/boundary/check-url.js';
import { ValidationError } from '../errors/index.js';
import { readRecording } from '../memory/read-recording.js';
import type { PageMarks, Recording } from '../memory/recording.js';
import { type KnownOptions, knownOptions } from '../options/known-options.js';
import { refuseUnknown } from '../options/refuse-unknown.js';
import { parseUrl } from '../parse-url.js';
import { placeholdersIn } from '../placeholders.js';
import { expectEnd, expectPage, wholeAddress } from './landmarks.js';
import { sayStep } from './say-steps.js';
import { comment, keyOf, quoted } from './source-text.js';

/** How the test is written. */
export interface ToPlaywrightOptions {
  /**
   * Where the test begins. Needed where the recording has no whole address of its own: one of this machine,
   * with an id in it, or with a variable. One that was recorded as a path is of the `baseURL` of the test's config.
   */
  startingPage?: string | undefined;
  /** What stands in the test for names in double braces. One that is left out is read from the environment. */
  variables?: Readonly<Record<string, string>> | undefined;
  /** Of the test. Default: the prompt. */
  title?: string | undefined;
}

const OPTIONS: KnownOptions = knownOptions<ToPlaywrightOptions>('toPlaywright()', {
  startingPage: true,
  variables: true,
  title: true,
});

/**
 * A recording of an act as a test for Playwright Test, as TypeScript that is JavaScript too: what was done,
 * by locators of roles and names, and what the pages showed, as assertions. It needs no agent, and mends
 * nothing. Names in double braces become `values`; those that are not given are read from `ACT_<NAME>` in the
 * environment, as befits passwords.
 *
 * What the model did beyond the recording is not in it: see `open` and `answers` of the recording, which the
 * test says in a comment. A name that its page gives in another way than ARIA does (a `name` attribute, a
 * `summary`) is to be mended by hand.
 * @throws ValidationError for what is no recording, or none with steps; for a beginning that is not known
 */
export function toPlaywright(recording: Recording, options: ToPlaywrightOptions = {}): string {
  refuseUnknown(options, OPTIONS);
  const read = checked(recording);
  const { prompt, steps, end, open, answers } = read;
  const begin = beginning(read, options.startingPage);
  const body: string[] = begin === undefined ? [] : [`await page.goto(${quoted(begin)});`];
  let before: PageMarks | undefined;
  for (const [at, step] of steps.entries()) {
    // Of the page that a first step leaves there is nothing to be seen yet.
    const isBlank = at === 0 && begin === undefined;
    if (!isBlank) body.push(...expectPage(step.page, before));
    body.push(...sayStep(step));
    before = isBlank ? undefined : step.page;
  }
  if (end) body.push(...expectEnd(end, before));
  if (open !== undefined) body.push(...comment(`From here on the model was asked: ${open}.`));
  else if (answers) body.push(...comment('At the end the model was asked for an answer.'));
  const values = valuesIn(read, options.variables);
  const title = (options.title ?? prompt).replace(/\s{1,200}/g, ' ').trim();
  return [
    "import { expect, test } from '@playwright/test';",
    '',
    ...values,
    ...comment(prompt),
    `test(${quoted(title)}, async ({ page }) => {`,
    ...body.map((line) => `  ${line}`),
    '});',
    '',
  ].join('\n');
}

function checked(recording: unknown): Recording {
  const read = readRecording(recording);
  if (typeof read === 'string') {
    throw new ValidationError(read, {
      field: 'recording',
      remedy: 'Pass what a file of fileMemory() holds, as JSON.parse() gives it.',
    });
  }
  if (read.steps.length > 0) return read;
  throw new ValidationError(`has no steps${read.open === undefined ? '' : `: ${read.open}`}`, {
    field: 'recording',
    remedy: 'There is nothing to make a test of.',
  });
}

function beginning({ steps }: Recording, given: unknown): string | undefined {
  if (given !== undefined) {
    if (typeof given === 'string' && parseUrl(withScheme(given))) return withScheme(given);
    throw new ValidationError('is no address', {
      field: 'startingPage',
      value: given,
      remedy: 'Give a URL such as https://example.com.',
    });
  }
  const [first] = steps;
  if (!first || first.do === 'goToUrl') return undefined;
  const address = wholeAddress(first.page.address);
  if (address !== undefined) return address;
  throw new ValidationError('is needed', {
    field: 'startingPage',
    remedy: `Say where the test begins: the recording begins at ${first.page.address}.`,
  });
}

/** The declarations of what stands for names, with a check that each has a value. */
function valuesIn(recording: Recording, given: unknown = {}): string[] {
  const { steps, end } = recording;
  const said = JSON.stringify({ steps, end });
  const names = [...new Set(placeholdersIn(said).map(({ name }) => name))];
  if (typeof given !== 'object' || given === null) {
    throw new ValidationError('are not an object of texts', {
      field: 'variables',
      value: given,
      remedy: "Give each by its name: { from: 'Oslo' }.",
    });
  }
  const values = given as Record<string, unknown>;
  const named = new Set([...names, ...placeholdersIn(recording.prompt).map(({ name }) => name)]);
  for (const [name, value] of Object.entries(values)) {
    const field = `variables.${name}`;
    if (!named.has(name)) {
      const remedy = `The recording has ${[...named].join(', ') || 'no names'}.`;
      throw new ValidationError('is not in the recording', { field, remedy });
    }
    if (typeof value !== 'string' || value === '') {
      throw new ValidationError('is empty or not a text', { field, value, remedy: 'Give a text.' });
    }
  }
  if (names.length === 0) return [];
  const lines = names.map((name) => {
    const value = Object.hasOwn(values, name) ? (values[name] as string) : undefined;
    return `  ${keyOf(name)}: ${value === undefined ? `process.env.${environmentName(name)} ?? ''` : quoted(value)},`;
  });
  return [
    'const values = {',
    ...lines,
    '};',
    'test.beforeAll(() => {',
    "  for (const [name, value] of Object.entries(values)) expect(value, name).not.toBe('');",
    '});',
    '',
  ];
}

const environmentName = (name: string) => `ACT_${name.replaceAll('-', '_').toUpperCase()}`;
