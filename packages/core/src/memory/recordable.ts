import type { Action } from '../act/program.js';
import type { Target } from '../browser/recall.js';
import { ANY } from '../browser/recalling/address-pattern.js';
import { parseUrl } from '../parse-url.js';
import type { KnownVariables } from './known-variables.js';
import type { RecordedAction } from './recording.js';
import type { Site } from './site.js';

/** Why something is not to be done again by itself. */
export interface Unrecordable {
  unrecordable: string;
}

type BrowserAction = Extract<
  Action,
  { kind: 'click' | 'hover' | 'scroll' | 'type' | 'goToUrl' | 'wait' }
>;

/** An action as it is written down; `target` is undefined where it is of the page. */
export function recordable(
  action: BrowserAction,
  target: Target | undefined,
  variables: KnownVariables,
  site: Site,
): { action: RecordedAction } | Unrecordable {
  if (target?.entry && action.kind !== 'hover' && action.kind !== 'scroll') {
    // Which one it is was for the agent to see: the first, the cheapest. Another day it is another.
    if (!target.entry.some((text) => variables.isSaid(text))) {
      return {
        unrecordable: `“${target.name}” was chosen among others, and the prompt does not name it`,
      };
    }
  }
  if (action.kind === 'goToUrl') return recordableUrl(action.url, variables, site);
  if (action.kind === 'wait') return { action: { do: 'wait', seconds: action.seconds } };
  if (action.kind === 'scroll') {
    const { direction, distance } = action;
    return {
      action: {
        do: 'scroll',
        direction,
        ...(distance === undefined ? {} : { distance }),
        ...(target ? { target } : {}),
      },
    };
  }
  if (!target) return { unrecordable: 'there is nothing' };
  switch (action.kind) {
    case 'click':
      return {
        action: {
          do: 'click',
          target,
          ...(action.clickType === 'left' ? {} : { clickType: action.clickType }),
          ...(action.blurField ? { blurField: true } : {}),
        },
      };
    case 'hover':
      return { action: { do: 'hover', target } };
    case 'type': {
      const text = variables.typed(action.text);
      if (text === undefined) {
        return { unrecordable: 'what is typed is neither in the prompt nor a variable' };
      }
      return {
        action: { do: 'type', target, text, ...(action.pressEnter ? { pressEnter: true } : {}) },
      };
    }
  }
}

function recordableUrl(
  url: string,
  variables: KnownVariables,
  site: Site,
): { action: RecordedAction } | Unrecordable {
  if (variables.isSaid(url)) return { action: { do: 'goToUrl', url } };
  const { username, password } = parseUrl(url) ?? {};
  // With an id, a token or somebody's name in it, it is one that a page or the model gave.
  if (username || password || site.recorded(url).includes(ANY)) {
    return { unrecordable: 'the address has something in it that the prompt does not say' };
  }
  const path = site.pathOf(url);
  return { action: path === undefined ? { do: 'goToUrl', url } : { do: 'goToUrl', path } };
}
