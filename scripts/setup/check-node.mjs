// Plain syntax only: an old Node must be able to read this file in order to say so.
import { readFileSync } from 'node:fs';

/**
 * Ends the process with a clear line when this Node is older than package.json asks for; `lastLine`
 * is printed after it.
 */
export function requireNode(lastLine) {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const wanted = /(\d+)\.(\d+)/.exec(manifest.engines.node).slice(1).map(Number);
  const found = process.versions.node.split('.').map(Number);
  const enough = found[0] > wanted[0] || (found[0] === wanted[0] && found[1] >= wanted[1]);
  if (enough) return;
  console.error(
    `This project needs Node ${wanted.join('.')} or newer; this is Node ${process.versions.node}. ` +
      'Install a newer one from https://nodejs.org or with your version manager.',
  );
  if (lastLine) console.log(lastLine);
  process.exit(1);
}
