import { type Page, readPage } from '@nova-act/rules/page';
import type { ModelObservation, ModelStep } from '../model/local-model.js';
import { splitTask } from '../model/prompt-schema.js';

/**
 * An observation of a page written as HTML in which `box="x,y,width,height"` gives each element its place; elements
 * without one have none.
 */
export function snapshot(
  html: string,
  { width = 1600, height = 813, url = 'https://shop.test/', scrollTop = 0 } = {},
): ModelObservation {
  const idToBboxMap: ModelObservation['idToBboxMap'] = {};
  let id = 0;
  const simplifiedDOM = html.replace(/<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/g, (_all, tag, rest) => {
    id++;
    const [, x, y, w, h] = / box="([-\d.]+),([-\d.]+),([\d.]+),([\d.]+)"/.exec(rest) ?? [];
    if (x !== undefined)
      idToBboxMap[id] = { x: Number(x), y: Number(y), width: Number(w), height: Number(h) };
    return `<${tag} nova-act-id="${id}"${String(rest).replace(/ box="[^"]*"/, '')}>`;
  });
  return {
    activeURL: url,
    browserDimensions: {
      windowWidth: width,
      windowHeight: height,
      scrollWidth: width,
      scrollHeight: 3000,
      scrollLeft: 0,
      scrollTop,
    },
    screenshotBase64: 'data:image/jpeg;base64,/9j/4AAQ',
    simplifiedDOM,
    idToBboxMap,
  };
}

export function pageOf(html: string): Page {
  return readPage(snapshot(html));
}

/** A step of an act, as the service hands it to a model. */
export function stepOf(parts: Partial<ModelStep> = {}): ModelStep {
  const task = parts.task ?? 'Buy it';
  return {
    task,
    ...splitTask(task),
    step: 1,
    observation: undefined,
    callResults: [],
    history: [],
    toolSpecs: [],
    workflowRunId: 'run-1',
    sessionId: 'session-1',
    actId: 'act-1',
    modelId: 'nova-act-latest',
    memory: {},
    signal: new AbortController().signal,
    ...parts,
  };
}
