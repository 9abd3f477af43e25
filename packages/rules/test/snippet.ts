import { parseDocument } from 'htmlparser2';
import { rulesModel } from '../src/index.js';
import type { JsonObject, ModelCall, ModelObservation, ModelStep } from '../src/model.js';

type Node = ReturnType<typeof parseDocument>['children'][number];

/** The day it is in these tests. */
export const today = new Date('2026-11-22T12:00:00Z');

/** A capture of a piece of HTML without a browser: every element gets a row of its own, 40 pixels apart. */
export function capture(
  html: string,
  options: { url?: string; title?: string; rowHeight?: number; scrollTop?: number } = {},
): ModelObservation & { boxOf(text: string): string } {
  const rowHeight = options.rowHeight ?? 8;
  const scrollTop = options.scrollTop ?? 0;
  const document = parseDocument(`<body title="${options.title ?? 'A page'}">${html}</body>`);
  const idToBboxMap: ModelObservation['idToBboxMap'] = {};
  const labels = new Map<string, string>();
  let next = 0;
  const write = (node: Node): string => {
    if (node.type === 'text') return node.data.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    if (node.type !== 'tag') return '';
    const id = String(++next);
    const top = next * rowHeight - scrollTop;
    if (!('type' in node.attribs && node.attribs['type'] === 'hidden')) {
      idToBboxMap[id] = { x: 10, y: top, width: 400, height: rowHeight };
    }
    labels.set(id, `${node.name} ${Object.values(node.attribs).join(' ')}`);
    const attributes = Object.entries(node.attribs).map(
      ([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`,
    );
    return `<${node.name} nova-act-id="${id}"${attributes.join('')}>${node.children.map((child) => write(child)).join('')}</${node.name}>`;
  };
  const simplifiedDOM = document.children.map((child) => write(child)).join('');
  return {
    activeURL: options.url ?? 'https://shop.example/page',
    browserDimensions: {
      windowWidth: 1600,
      windowHeight: 813,
      scrollWidth: 1600,
      scrollHeight: Math.max(813, (next + 2) * rowHeight),
      scrollLeft: 0,
      scrollTop,
    },
    simplifiedDOM,
    idToBboxMap,
    boxOf: (text) => {
      const found = [...labels].find(([, label]) => label.includes(text));
      return found === undefined ? 'none' : found[0];
    },
  };
}

/** The first step of an act on a page. */
export function stepOn(
  observation: ModelObservation,
  prompt: string,
  more: Partial<ModelStep> = {},
): ModelStep {
  return {
    prompt,
    observation,
    callResults: [{ text: '{}' }, { text: '' }],
    memory: {},
    ...more,
  };
}

/** What the model does first, without thinking aloud and observing. */
export async function firstCalls(
  html: string,
  prompt: string,
  more: Partial<ModelStep> = {},
): Promise<ModelCall[]> {
  const calls = await rulesModel({ now: () => today }).step(stepOn(capture(html), prompt, more));
  return calls.filter(
    (call) => !['think', 'waitForPageToSettle', 'takeObservation'].includes(call.name),
  );
}

/** What the model answers about a page that holds the answer already; `throw: …` when it gives up. */
export async function ask(
  html: string,
  prompt: string,
  schema?: JsonObject,
  options: { url?: string; title?: string } = {},
): Promise<unknown> {
  const calls = await rulesModel({ now: () => today }).step(
    stepOn(capture(html, options), prompt, schema === undefined ? {} : { schema }),
  );
  const last = calls.at(-1);
  const value = Array.isArray(last?.input) ? last.input[0] : undefined;
  if (last?.name === 'return') return schema === undefined ? value : JSON.parse(String(value));
  return `${last?.name}: ${String(value)}`;
}

/** Which element a call points at, as tag and attributes, for a page from `capture`. */
export function pointedAt(observation: ModelObservation, call: ModelCall | undefined): string {
  const box = Array.isArray(call?.input)
    ? call.input.map(String).find((one) => one.startsWith('<box>'))
    : undefined;
  const top = Number(box?.slice(5).split(',')[0]);
  const id = Object.entries(observation.idToBboxMap).find(
    ([, one]) => Math.floor(one.y) === top,
  )?.[0];
  return (
    new RegExp(`<(\\w+ nova-act-id="${id}"[^>]*)>([^<]*)`)
      .exec(observation.simplifiedDOM)
      ?.slice(1)
      .join('>')
      .replace(/ nova-act-id="\d+"/, '') ?? 'nothing'
  );
}
