import { demandAdmitted } from '../boundary/arrival.js';
import type { Boundary } from '../boundary/boundary.js';
import { guardSession } from '../tabs/guard-session.js';
import type { Scene } from '../tabs/scene.js';
import type { Resident } from './resident.js';

/** Keeps the session inside of its boundary: requests at the browser, pages before they are touched or seen. */
export function addressRules(boundary: Boundary): Resident {
  const admitted = ({ page, signal }: Scene, seenUrl?: string) =>
    demandAdmitted(page, boundary, signal, seenUrl);
  return {
    moveIn: (hold, { tabs }) => guardSession(hold, tabs, boundary),
    async beforeAction(action, scene) {
      // Going away is the way out of what may not be open; the address itself is checked there.
      if (action.kind !== 'goToUrl') await admitted(scene);
      return action;
    },
    atRest: (scene) => admitted(scene),
    async look(scene, take) {
      await admitted(scene);
      const seen = await take();
      // It may have gone elsewhere while it was looked at.
      await admitted(scene, seen.activeURL);
      return seen;
    },
  };
}
