import type { ModelCall } from '../model.js';
import type { Box, Page } from '../page/page.js';

/** The wire's form of a box: whole CSS pixels, inside the viewport, never empty. */
export function boxText(page: Page, box: Box): string {
  const left = clamp(Math.floor(box.x), 0, page.window.width - 1);
  const top = clamp(Math.floor(box.y), 0, page.window.height - 1);
  const right = clamp(Math.ceil(box.x + box.width), left + 1, page.window.width);
  const bottom = clamp(Math.ceil(box.y + box.height), top + 1, page.window.height);
  return `<box>${top},${left},${bottom},${right}</box>`;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

export function click(
  page: Page,
  box: Box,
  button: 'left' | 'left-double' | 'right' = 'left',
): ModelCall {
  const at = boxText(page, box);
  return { name: 'agentClick', input: button === 'left' ? [at] : [at, button] };
}

export function hover(page: Page, box: Box): ModelCall {
  return { name: 'agentHover', input: [boxText(page, box)] };
}

export function type(page: Page, box: Box, value: string, pressEnter = false): ModelCall {
  const at = boxText(page, box);
  return { name: 'agentType', input: pressEnter ? [value, at, true] : [value, at] };
}

/** Wheel-scrolls what lies under the box; without pixels by three quarters of its visible size. */
export function scroll(
  page: Page,
  direction: 'up' | 'down' | 'left' | 'right',
  box: Box,
  pixels?: number,
): ModelCall {
  const at = boxText(page, box);
  return pixels === undefined
    ? { name: 'agentScroll', input: [direction, at] }
    : {
        name: 'agentScroll',
        input: { direction, box: at, value: Math.max(1, Math.round(pixels)) },
      };
}

export const think = (value: string): ModelCall => ({ name: 'think', input: [value] });

/** What ends a program that is not the act's last. */
export const observe: readonly ModelCall[] = [
  { name: 'waitForPageToSettle', input: [] },
  { name: 'takeObservation', input: [] },
];
