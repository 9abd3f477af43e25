import type { ClosingWork } from '../../closing/closing-work.js';
import type { Observation } from '../../wire/observation.js';
import type { Action } from '../actions/action.js';
import type { BrowserHold } from '../open/browser-hold.js';
import type { Scene } from '../tabs/scene.js';

/**
 * A capability that lives in the browser beside the hand: rules about addresses, a saved session,
 * checks before actions, masks over pictures. It has its say at the moments below, each of which may
 * be left out. What it throws stands in the place of what was to happen; `AgentRedirectError` is told
 * to the agent, anything else ends the act.
 */
export interface Resident {
  /**
   * The browser is open, and nothing was visited for this session yet. All move in at the same time, and
   * none may count on another. The function given back takes out again what was put in; it is not called
   * for a context that is closed anyway.
   */
  moveIn?(hold: BrowserHold, scene: Scene): Promise<(() => Promise<void>) | void>;
  /**
   * Before an action, when nothing has been done to the page yet. Gives back the action to do: the
   * same, or another in its place.
   */
  beforeAction?(action: Action, scene: Scene): Promise<Action>;
  /** The page has come to rest, or is about to be looked at without. */
  atRest?(scene: Scene): Promise<void>;
  /** Stands around a look: what it gives back is what was seen. `take` may be called again, or not at all. */
  look?(scene: Scene, take: () => Promise<Observation>): Promise<Observation>;
  /** The session ends, and its browser is still open: what there is to do with it. */
  beforeClose?(hold: BrowserHold): ClosingWork | undefined;
  /** The browser is closed: what there is to do without it, such as keeping what was read of it. */
  afterClose?(): ClosingWork | undefined;
}
