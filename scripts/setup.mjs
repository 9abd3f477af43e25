// Makes a fresh clone ready: packages, build, browser. Uses Node's built-ins only, since it runs
// before anything is installed. A second run finds its own marks and takes a second.
import { requireNode } from './setup/check-node.mjs';

requireNode();
const { setUpOrExit } = await import('./setup/set-up.mjs');
const { browser } = await setUpOrExit();
console.log(`setup: ready (Node ${process.versions.node}, ${browser.version})`);
