import { readPage } from '@nova-act/rules/page';
import { readBox } from '../cassette/calls/box-text.js';
import { boxOf } from '../cassette/calls/boxed-call.js';
import { elementNames } from '../cassette/target/describe-element.js';
import { elementUnder } from '../cassette/target/element-under.js';
import type { ModelObservation } from '../model/local-model.js';
import type { CallRecord } from '../state/records.js';

/** Names of targets by the id of the call that points at them. */
export type CallTargets = Record<string, string>;

const longest = 60;

/**
 * What each of a step's calls points at, by the name a person would call it, as far as the step's DOM capture
 * tells. A client that sends no capture has calls without names.
 */
export function callTargets(
  calls: readonly CallRecord[],
  seen: ModelObservation | undefined,
): CallTargets {
  const targets: CallTargets = {};
  const boxed = calls.flatMap((call) => {
    const box = boxOf(call);
    return box === undefined ? [] : [{ callId: call.callId, box }];
  });
  if (!seen || boxed.length === 0 || !seen.simplifiedDOM.includes('<')) return targets;
  const page = readPage(seen);
  for (const { callId, box } of boxed) {
    const edges = readBox(box, page.window);
    const element = edges && elementUnder(page, edges);
    if (!element || element === 'page') continue;
    const [name] = elementNames(page, element);
    if (name) targets[callId] = name.length > longest ? `${name.slice(0, longest)}…` : name;
  }
  return targets;
}
