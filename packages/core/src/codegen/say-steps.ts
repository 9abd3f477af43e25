import { withScheme } from '../browser/boundary/check-url.js';
import type { RecordedStep } from '../memory/recording.js';
import { isChoice, locatorOf } from './locator.js';
import { quoted, sayText } from './source-text.js';

/** As far as the hand scrolls where nobody says how far: this share of what is seen. */
const SCROLL_SHARE = 0.75;
/** What a switch is recorded with, by the roles that have an on and an off. */
const SWITCHES = new Set(['checkbox', 'radio', 'switch']);

/** One step as statements of a test. */
export function sayStep(step: RecordedStep): string[] {
  switch (step.do) {
    case 'click':
      return clicked(step);
    case 'hover':
      return [`await ${locatorOf(step.target)}.hover();`];
    case 'type':
      return typed(step);
    case 'scroll':
      return scrolled(step);
    case 'goToUrl':
      return [
        `await page.goto(${'path' in step ? quoted(step.path) : sayText(withScheme(step.url))});`,
      ];
    case 'wait':
      return [`await page.waitForTimeout(${Math.round(step.seconds * 1_000)});`];
  }
}

type StepOf<D extends RecordedStep['do']> = Extract<RecordedStep, { do: D }>;

function clicked({ target, clickType = 'left', blurField }: StepOf<'click'>): string[] {
  const locator = locatorOf(target);
  const was = target.state?.['checked'];
  const isSwitch = SWITCHES.has(target.role) && was !== undefined && clickType === 'left';
  const how = {
    left: isSwitch ? (was ? 'uncheck()' : 'check()') : 'click()',
    'left-double': 'dblclick()',
    right: "click({ button: 'right' })",
  }[clickType];
  const blur = blurField ? [`await ${locator}.blur();`] : [];
  return [`await ${locator}.${how};`, ...blur];
}

function typed({ target, text, pressEnter }: StepOf<'type'>): string[] {
  const locator = locatorOf(target);
  const said = sayText(text);
  const enter = pressEnter ? [`await ${locator}.press('Enter');`] : [];
  if (isChoice(target)) return [`await ${locator}.selectOption(${said});`, ...enter];
  if (target.valueKind === 'file') return [`await ${locator}.setInputFiles(${said});`];
  return [`await ${locator}.fill(${said});`, ...enter];
}

function scrolled({ target, direction, distance }: StepOf<'scroll'>): string[] {
  const isSideways = direction === 'left' || direction === 'right';
  const sign = direction === 'up' || direction === 'left' ? '-' : '';
  const seen = isSideways ? 'innerWidth' : 'innerHeight';
  const far = distance ?? `(await page.evaluate(() => ${SCROLL_SHARE} * ${seen}))`;
  const by = isSideways ? `${sign}${far}, 0` : `0, ${sign}${far}`;
  const over = target ? [`await ${locatorOf(target)}.hover();`] : [];
  return [...over, `await page.mouse.wheel(${by});`];
}
