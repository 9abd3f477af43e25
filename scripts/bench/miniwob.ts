// The pages of MiniWoB++, played by an oracle that knows what is right and acts by protocol calls alone:
//   npm run bench -- miniwob [--episodes 3] [--only REGEXP] [--seed 1] [--verbose]
// The oracle stands in for the model: its calls come from the local service and go through a session as
// any others. An episode is right when the page's own reward, without its deduction for time, is 0.9 or
// more. The pages are those of the Python package `miniwob`, fetched with pip into `.cache/`.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { ActLine } from './miniwob/act-line.js';
import { playEpisode } from './miniwob/episode.js';
import { oracles } from './miniwob/oracles.js';
import { miniwobPages } from './miniwob/package.js';
import { serveFolder } from './miniwob/serve-folder.js';
import { leftOut, needsDrag } from './miniwob/tasks/left-out.js';
import { table } from './statistics.js';

const { values: options } = parseArgs({
  options: {
    episodes: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
});
const episodes = Number(options.episodes);
const rightFrom = 0.9;

const folder = await miniwobPages();
const pages = (await readdir(join(folder, 'miniwob')))
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.slice(0, -'.html'.length))
  .filter((name) => new RegExp(options.only).test(name))
  .sort();
const without = pages.filter((name) => !needsDrag.has(name) && !leftOut[name]);
const unknown = without.filter((name) => !oracles[name]);
if (unknown.length > 0) throw new Error(`Nobody knows how to play ${unknown.join(', ')}.`);

const line = new ActLine();
await using server = await serveFolder(folder);
await using service = await startLocalService({ model: line.model });
await using nova = await NovaAct.start({ startingPage: 'about:blank', ...service.novaActOptions });

const rows: string[][] = [];
let right = 0;
for (const name of without) {
  const oracle = oracles[name];
  if (!oracle) continue;
  let rightHere = 0;
  let steps = 0;
  const startedAtMs = performance.now();
  for (let episode = 1; episode <= episodes; episode++) {
    const url = `${server.url}/miniwob/${name}.html`;
    const seed = `${options.seed}/${name}/${episode}`;
    const played = await playEpisode(nova, line, { url, seed, oracle });
    const isRight = played.reward >= rightFrom;
    if (isRight) rightHere += 1;
    steps += played.steps;
    if (isRight && !options.verbose) continue;
    const why = played.notes.length > 0 ? `: ${played.notes.join('; ')}` : '';
    console.log(
      `${isRight ? 'right' : 'wrong'}: ${name} ${episode}: reward ${played.reward}${why}`,
    );
  }
  right += rightHere;
  console.error(`${name}: ${rightHere} of ${episodes}`);
  const seconds = (performance.now() - startedAtMs) / 1_000;
  rows.push([name, `${rightHere} of ${episodes}`, `${steps}`, seconds.toFixed(1)]);
}

console.log(`\n${table(['task', 'right', 'steps', 'seconds'], rows)}`);
const all = without.length * episodes;
const share = ((100 * right) / all).toFixed(1);
console.log(`\n${right} of ${all} episodes of ${without.length} tasks are right: ${share} %`);
const dragged = pages.filter((name) => needsDrag.has(name));
if (dragged.length > 0) console.log(`\nNeed a drag, and are left out: ${dragged.join(', ')}`);
for (const name of pages) if (leftOut[name]) console.log(`Left out: ${name}: ${leftOut[name]}`);
