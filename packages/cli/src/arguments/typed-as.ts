type Env = Readonly<Record<string, string | undefined>>;

/** A command of this program where a sentence names it. */
const NAMED = /\bnova-act (?=[a-z-])/g;

/** How this command was typed: whoever has it by npx has no `nova-act` in the shell's path. */
export const typedAs = (env: Env): string =>
  env['npm_command'] === 'exec' ? 'npx nova-act' : 'nova-act';

/** A sentence that names commands of this program, in words that can be typed here. */
export const asTyped = (text: string, env: Env): string => text.replace(NAMED, `${typedAs(env)} `);
