import { mainCommand } from '../../packages/cli/src/main-command.js';
import { readText } from '../readme/code-blocks.js';
import { publicMembers } from './public-members.js';

/** What the page calls values of these types. */
const VARIABLES: Readonly<Record<string, string>> = {
  nova: 'NovaAct',
  workflow: 'Workflow',
  result: 'ActGetResult',
  metadata: 'ActMetadata',
  control: 'NovaActControl',
  service: 'RunningLocalService',
  error: 'NovaActError',
};
const KEYWORDS = new Set(['await', 'using', 'new']);

const members = publicMembers();
const anywhere = new Set([...members.keys(), ...[...members.values()].flatMap((all) => [...all])]);
const environment = readText('docs/environment.md');
const commands = Object.keys(mainCommand({} as never).subCommands);

export interface Named {
  /** The names by which an example can be seen to use it. */
  readonly names: string[];
  /** Those that nobody can write. */
  readonly unknown: string[];
}

/** What a piece of code of the page names: packages, commands, variables, exports, members, options. */
export function namedIn(code: string): Named {
  if (code.startsWith('@nova-act/')) return named([code], isPackage);
  if (code.startsWith('nova-act ')) return named([code.split(' ')[1] ?? ''], isCommand);
  if (/^[A-Z][A-Z\d_]+$/.test(code)) return named([code], isVariable);
  const plain = code.replace(/'[^']*'/g, '').replace(/^(?:@|\.\.\.)/, '');
  const options = [...plain.matchAll(/\{([^}]*)\}/g)].flatMap(([, list]) => wordsOf(list ?? ''));
  // What stands for an argument is nobody's name.
  const outside = plain.replace(/\([^)]*\)/g, '').replace(/\{[^}]*\}/g, '');
  const chains = outside.split(/[^\w.]+/).filter((chain) => chain && !KEYWORDS.has(chain));
  const unknown = [
    ...options.filter((name) => !anywhere.has(name)),
    ...chains.filter((chain) => !isChain(chain)),
  ];
  const last = chains.map((chain) => chain.split('.')[1] ?? chain);
  return { names: [...options, ...last], unknown };
}

const wordsOf = (text: string) => text.match(/\w+/g) ?? [];
const named = (names: string[], known: (name: string) => boolean): Named => ({
  names,
  unknown: names.filter((name) => !known(name)),
});
const isPackage = (name: string) =>
  readText(`packages/${name.replace('@nova-act/', '')}/package.json`).includes(`"${name}"`);
const isCommand = (name: string) => commands.includes(name);
const isVariable = (name: string) => environment.includes(`\`${name}\``);

/** `nova.page.keyboard`: what comes after the second is another library's. */
function isChain(chain: string): boolean {
  const [head = '', member] = chain.split('.');
  if (member === undefined) return anywhere.has(head);
  return members.get(VARIABLES[head] ?? head)?.has(member) ?? false;
}
