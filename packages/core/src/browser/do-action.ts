import type { JsonValue } from '../wire/json.js';
import type { Action } from './actions/action.js';
import { perform } from './actions/perform.js';
import type { Boundary } from './boundary/boundary.js';
import type { SecurityOptions } from './browser-options.js';
import { releaseHandles } from './frames/evaluate.js';
import { devicesOf } from './input/devices.js';
import type { Residents } from './residents/residents.js';
import type { LastAction } from './tabs/last-action.js';
import type { Scene } from './tabs/scene.js';

export interface ActionSetting {
  readonly residents: Residents;
  readonly lastAction: LastAction;
  readonly security: SecurityOptions;
  readonly boundary: Boundary;
}

/** One action in one tab: agreed upon by the residents, its beginning marked, its handles let go of. */
export async function doAction(
  action: Action,
  scene: Scene,
  { residents, lastAction, security, boundary }: ActionSetting,
): Promise<JsonValue> {
  const { tab, signal } = scene;
  const agreed = await residents.beforeAction(action, scene);
  const sessions = await tab.sessions();
  const begin = async () => {
    sessions.refresh();
    // Another address has another document.
    if (action.kind !== 'goToUrl') sessions.prepare();
    await lastAction.begins(tab, signal);
    signal.throwIfAborted();
  };
  const takeIn = async () => {
    await lastAction.settle(tab, { signal });
    await begin();
  };
  await begin();
  try {
    return await perform(
      { ...scene, sessions, devices: devicesOf(scene.page), security, boundary, takeIn },
      agreed,
    );
  } finally {
    releaseHandles(sessions.main);
  }
}
