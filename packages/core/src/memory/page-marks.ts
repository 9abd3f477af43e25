import type { PageFacts } from '../browser/recall.js';
import type { KnownVariables } from './known-variables.js';
import type { PageMarks, Recording } from './recording.js';
import type { Site } from './site.js';

const MAX_APPEARED = 5;

/** What is recorded of a page. */
export function marksOf(facts: PageFacts, variables: KnownVariables, site: Site): PageMarks {
  const { url, title, language, headings, dialogs, account } = facts;
  return {
    address: site.recorded(url, variables.namedInAddress),
    ...(headings.length === 0 && title !== '' ? { title: variables.named(title) } : {}),
    ...(language === '' ? {} : { language }),
    ...(headings.length === 0 ? {} : { headings: headings.map(variables.named) }),
    ...(dialogs.length === 0 ? {} : { dialogs }),
    ...(account === 'unknown' ? {} : { account }),
  };
}

/** Why this is not the page that was recorded; undefined where it is. */
export function whyNotSamePage(
  recorded: PageMarks,
  facts: PageFacts,
  variables: KnownVariables,
  site: Site,
): string | undefined {
  if (!site.isThat(recorded.address, facts.url, variables.namedInAddress)) {
    const now = site.recorded(facts.url, variables.namedInAddress);
    return `the page is ${now}, and was ${recorded.address}`;
  }
  if ((recorded.language ?? '') !== facts.language) {
    return `the page is in the language “${facts.language}”, and was in “${recorded.language ?? ''}”`;
  }
  if ((recorded.account ?? 'unknown') !== facts.account) {
    return `the page is that of somebody ${SAID[facts.account]}, and was that of somebody ${SAID[recorded.account ?? 'unknown']}`;
  }
  const dialog = difference(recorded.dialogs ?? [], facts.dialogs);
  if (dialog) return dialog;
  const there = new Set(facts.headings.map(steady));
  const gone = recorded.headings?.find((heading) => !there.has(steady(variables.fill(heading))));
  if (gone !== undefined) return `the page has no heading “${gone}” any more`;
  const { title } = recorded;
  if (title !== undefined && steady(variables.fill(title)) !== steady(facts.title)) {
    return `the page is called “${facts.title}”, and was called “${title}”`;
  }
  return undefined;
}

const SAID = { in: 'signed in', out: 'signed out', unknown: 'unknown' };

function difference(recorded: string[], now: string[]): string | undefined {
  const before = recorded.map(steady);
  const after = now.map(steady);
  const opened = now.find((name) => !before.includes(steady(name)));
  if (opened !== undefined) return `the dialog “${opened}” is open`;
  const closed = recorded.find((name) => !after.includes(steady(name)));
  return closed === undefined ? undefined : `the dialog “${closed}” is not open`;
}

/** Without what is counted in it. */
const steady = (text: string) => text.replace(/\d{1,20}/g, '#').toLowerCase();

/** What came up on the page by the last thing that was done: short, and without numbers, which change. */
export function appeared(
  before: readonly string[],
  after: readonly string[],
  variables: KnownVariables,
): string[] {
  const known = new Set(before);
  return after
    .filter((text) => !known.has(text) && text.length >= 3 && text.length <= 60 && !/\d/.test(text))
    .slice(0, MAX_APPEARED)
    .map(variables.named);
}

/** Why this is not the end that was recorded; undefined where it is. */
export function whyNotSameEnd(
  { end, variables: recorded = {} }: Pick<Recording, 'end' | 'variables'>,
  /** The texts of the page before the last thing was done. */
  before: readonly string[],
  facts: PageFacts,
  variables: KnownVariables,
  site: Site,
): string | undefined {
  if (!end) return 'it has no end';
  const why = whyNotSamePage(end, facts, variables, site);
  if (why !== undefined) return why;
  const wanted = end.appeared ?? [];
  const there = new Set(facts.texts.map((text) => text.toLowerCase()));
  if (wanted.length === 0 || wanted.some((text) => there.has(variables.fill(text).toLowerCase())))
    return undefined;
  // With other values other things come up; that something does is as much as is known.
  if (!variables.areThose(recorded)) {
    const came = facts.texts.some((text) => !before.includes(text));
    return came ? undefined : 'nothing came up on the page';
  }
  return `the page does not say “${wanted[0]}”`;
}
