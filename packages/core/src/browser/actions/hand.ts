import type { Boundary } from '../boundary/boundary.js';
import type { SecurityOptions } from '../browser-options.js';
import type { FrameSessions } from '../frames/frame-sessions.js';
import type { Devices } from '../input/devices.js';
import type { Scene } from '../tabs/scene.js';

/** What an action works with: one tab, and the signal that it looks at before everything it does. */
export interface Hand extends Scene {
  readonly sessions: FrameSessions;
  readonly devices: Devices;
  readonly security: SecurityOptions;
  readonly boundary: Boundary;
  /**
   * Within an action: lets the page take in what was done so far, for as long as settling takes at
   * most. What is done then is what the page comes to rest from after the action.
   */
  takeIn(): Promise<void>;
}
