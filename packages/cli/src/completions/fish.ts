import type { CommandWords } from './command-tree.js';

/** A script for fish: each word with what it does. */
export function fishScript(tree: readonly CommandWords[]): string {
  const commands = tree.filter(({ path }) => path.length > 0);
  const known = commands.map(({ path }) => quoted(` ${path.join(' ')}`)).join(' ');
  const lines = tree.flatMap(({ path, options, parts }) => {
    const at = `-n ${quoted(`__nova_act_at ${quoted(path.map((word) => ` ${word}`).join(''))}`)}`;
    return [
      ...parts.map(
        ({ name, description }) =>
          `complete -c nova-act -f ${at} -a ${name} -d ${quoted(description)}`,
      ),
      ...options.map(({ name, description, takesValue, values }) => {
        const value =
          values.length > 0 ? ` -x -a ${quoted(values.join(' '))}` : takesValue ? ' -r' : '';
        return `complete -c nova-act ${at} -l ${name.slice(2)}${value} -d ${quoted(description)}`;
      }),
    ];
  });
  return `# nova-act completion fish > ~/.config/fish/completions/nova-act.fish
function __nova_act_at
  set -l at ''
  for word in (commandline -opc)[2..-1]
    if contains -- "$at $word" ${known}
      set at "$at $word"
    else
      break
    end
  end
  test "$at" = "$argv[1]"
end
${lines.join('\n')}
`;
}

/** A text as fish reads it: between single quotes only these two mean something. */
const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
