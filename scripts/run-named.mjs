// What `npm run bench` and `npm run soak` are: the programs of a folder, by their names.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireNode } from './setup/check-node.mjs';

/**
 * Without a name lists the programs, with one runs it with the arguments after it, with `all` runs one
 * after the other. A program is a file of `scripts/<command>` that says at its head how it is run; the
 * others there are parts.
 */
export async function runNamed({ command, title, argv = process.argv.slice(2) }) {
  requireNode();
  const { ROOT } = await import('./setup/places.mjs');
  const { setUpOrExit } = await import('./setup/set-up.mjs');
  const { runProgram } = await import('./run-program.mjs');

  const folder = join(ROOT, 'scripts', command);
  const isProgram = (name) => {
    const head = readFileSync(join(folder, `${name}.ts`), 'utf8').slice(0, 1_000);
    return head.includes(`npm run ${command} -- ${name}`);
  };
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .filter(isProgram);
  const [name, ...args] = argv;

  if (name === undefined) {
    console.log(`${title}s: ${names.join(', ')}\nRun one: npm run ${command} -- ${names[0]}`);
    return;
  }
  if (name !== 'all' && !names.includes(name)) {
    console.error(
      `There is no ${title.toLowerCase()} "${name}". There are: ${names.join(', ')}, all.`,
    );
    process.exitCode = 1;
    return;
  }
  const { env } = await setUpOrExit();
  for (const each of name === 'all' ? names : [name]) {
    if (name === 'all') console.log(`\n== ${each}`);
    const code = await runProgram(join(folder, `${each}.ts`), args, env);
    if (code !== 0) process.exitCode = code;
  }
}
