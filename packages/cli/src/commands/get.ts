import { type ArgsDef, defineCommand } from 'citty';
import type { Surroundings } from '../arguments/surroundings.js';
import { ACT_ARGUMENTS, readAct } from '../single-run/act-arguments.js';
import { readSchema } from '../single-run/read-schema.js';
import { toldAct } from '../single-run/told-act.js';

const { prompt: PROMPT, ...REST } = ACT_ARGUMENTS;
const ARGUMENTS = {
  prompt: { ...PROMPT, description: 'What to find out, in plain words' },
  schema: {
    type: 'string',
    description: 'JSON Schema of the answer: a file, or the schema itself (a text)',
  },
  ...REST,
} as const satisfies ArgsDef;

/** `nova-act get "…"`: an answer from web pages, in a run of its own. */
export function getCommand(around: Surroundings) {
  return defineCommand({
    meta: { name: 'get', description: 'Find something out in a browser, in a run of its own' },
    args: ARGUMENTS,
    async run({ args }) {
      const { schema } = args;
      const plan = readAct(args, around);
      const asked = { schema: schema === undefined ? undefined : readSchema(schema, around.cwd) };
      await toldAct(plan, asked, around);
    },
  });
}
