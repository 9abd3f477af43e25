// `npm run docs` builds the documentation into docs/.vitepress/dist; `npm run docs -- --serve` shows it while
// it is written. What else follows is VitePress's own: `npm run docs -- --base /nova-act/`.
import { requireNode } from './setup/check-node.mjs';

requireNode();
const { setUpOrExit } = await import('./setup/set-up.mjs');
const { buildDocs, serveDocs } = await import('./docs/build-docs.mjs');

const args = process.argv.slice(2);
const serve = args.includes('--serve');
// It is made of the sources: nothing has to be compiled.
const { env } = await setUpOrExit({ build: 'later' });
const rest = args.filter((argument) => argument !== '--serve');
const ok = await (serve ? serveDocs : buildDocs)(rest, env);
if (ok && !serve) console.log('docs: built. Look at it: npm run docs -- --serve');
process.exitCode = ok ? 0 : 1;
