import { defineCommand } from 'citty';
import type { Surroundings } from '../arguments/surroundings.js';
import { ACT_ARGUMENTS, readAct } from '../single-run/act-arguments.js';
import { toldAct } from '../single-run/told-act.js';
import { actListCommand } from './act/list.js';
import { actShowCommand } from './act/show.js';

/**
 * `nova-act act "…"` does something; `nova-act act list` and `nova-act act show` look at what was done. These
 * two words alone, as the first, are not a prompt: `nova-act act -- list` is one.
 */
export function actCommand(around: Surroundings) {
  return defineCommand({
    meta: {
      name: 'act',
      description: 'Do something in a browser, in a run of its own; or list and show acts',
    },
    args: ACT_ARGUMENTS,
    subCommands: { list: actListCommand(around), show: actShowCommand(around) },
    run: ({ args }) => toldAct(readAct(args, around), undefined, around),
  });
}
