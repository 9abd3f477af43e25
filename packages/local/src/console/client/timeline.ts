import type { StepRow } from './api-types.js';
import { ticks } from './axis.js';
import { element } from './element.js';
import { count, duration } from './format.js';
import { timesOf } from './step-store.js';

export interface Timeline {
  element: HTMLElement;
  /** Without steps only that there are none is told: so far, or to the act's end. */
  update(rows: readonly StepRow[], chosen: number, endedAtMs: number | undefined): void;
}

const height = 76;
/** Of the marks below the bars, and of a bar that its step's number fits above, in CSS pixels. */
const markWidth = 70;
const numberWidth = 16;

/** Where the time went: each step in its place, the model's part above, the client's below, and the time below both. Drawn on a canvas: it may be 10,000 steps. */
export function timeline(onSelect: (index: number) => void): Timeline {
  const canvas = element('canvas', { class: 'timeline', height, role: 'img' });
  const words = element('p', { class: 'soft' });
  let rows: readonly StepRow[] = [];
  let chosen = -1;
  let ended: number | undefined;

  const span = () => {
    const start = rows[0]?.startedAtMs ?? 0;
    const last = rows.at(-1);
    return { start, end: Math.max(start + 1, ended ?? last?.endedAtMs ?? start) };
  };

  const paint = () => {
    const width = Math.max(1, canvas.clientWidth);
    const scale = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d');
    if (context === null) return;
    context.scale(scale, scale);
    const colours = getComputedStyle(canvas);
    const model = colours.getPropertyValue('--model');
    const client = colours.getPropertyValue('--client');
    const { start, end } = span();
    const x = (ms: number) => ((ms - start) / (end - start)) * width;
    context.clearRect(0, 0, width, height);
    context.font = '10px system-ui, sans-serif';
    context.fillStyle = colours.getPropertyValue('--soft');
    const marks = rows.length === 0 ? [] : ticks(end - start, width / markWidth);
    for (const mark of marks) {
      const at = x(start + mark);
      context.fillRect(at, 12, 0.5, 50);
      context.textAlign = at < 20 ? 'left' : at > width - 20 ? 'right' : 'center';
      context.fillText(duration(mark), at, 73);
    }
    context.textAlign = 'left';
    for (const [index, row] of rows.entries()) {
      const { modelMs, clientMs } = timesOf(rows, index, ended);
      const left = x(row.startedAtMs);
      const middle = x(row.startedAtMs + modelMs);
      context.globalAlpha = chosen < 0 || chosen === index ? 1 : 0.55;
      context.fillStyle = model;
      context.fillRect(left, 14, Math.max(0.75, middle - left), 20);
      context.fillStyle = client;
      const right = x(row.endedAtMs + clientMs);
      context.fillRect(middle, 38, Math.max(0.75, right - middle), 20);
      if (right - left >= numberWidth) {
        context.fillStyle = colours.getPropertyValue('--soft');
        context.fillText(String(row.step), left + 1, 10);
      }
      if (index === chosen) {
        context.fillStyle = colours.getPropertyValue('--ink');
        context.fillRect(Math.min(width - 2, left), 12, 2, 48);
      }
    }
  };

  const tell = () => {
    let modelMs = 0;
    let clientMs = 0;
    let slowest = { index: -1, ms: -1 };
    for (const index of rows.keys()) {
      const times = timesOf(rows, index, ended);
      modelMs += times.modelMs;
      clientMs += times.clientMs;
      const ms = times.modelMs + times.clientMs;
      if (ms > slowest.ms) slowest = { index, ms };
    }
    const all = Math.max(1, modelMs + clientMs);
    const share = (ms: number) => `${duration(ms)} (${Math.round((100 * ms) / all)} %)`;
    const text =
      rows.length === 0
        ? ended === undefined
          ? 'No steps yet.'
          : 'It ended without asking for a step.'
        : `${count(rows.length, 'step')}. Model ${share(modelMs)}, acting and waiting ${share(clientMs)}. Slowest: step ${rows[slowest.index]?.step}, ${duration(slowest.ms)}.`;
    words.textContent = text;
    canvas.setAttribute('aria-label', `Timeline. ${text}`);
  };

  const keys = [
    element('span', { class: 'key model' }, 'model'),
    element('span', { class: 'key client' }, 'acting and waiting'),
  ];
  canvas.addEventListener('click', (event) => {
    const { start, end } = span();
    const at = start + (event.offsetX / Math.max(1, canvas.clientWidth)) * (end - start);
    const after = rows.findIndex((row) => row.startedAtMs > at);
    if (rows.length > 0) onSelect(after < 0 ? rows.length - 1 : Math.max(0, after - 1));
  });
  new ResizeObserver(paint).observe(canvas);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);

  return {
    element: element(
      'div',
      { class: 'times' },
      canvas,
      element('div', { class: 'legend' }, ...keys, words),
    ),
    update: (newRows, newChosen, endedAtMs) => {
      rows = newRows;
      chosen = newChosen;
      ended = endedAtMs;
      for (const part of [canvas, ...keys]) part.hidden = rows.length === 0;
      paint();
      tell();
    },
  };
}
