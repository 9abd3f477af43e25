import { type CommandWords, choicesIn, valuesIn, wordsAfter } from './command-tree.js';

/** A script for bash 3.2 and newer: what has no word of ours is completed as a file. */
export function bashScript(tree: readonly CommandWords[]): string {
  const commands = tree.filter(({ path }) => path.length > 0);
  const known = commands.map(({ path }) => `" ${path.join(' ')}"`).join('|');
  const choices = [...choicesIn(tree)].map(
    ([name, values]) => `    ${name}) words="${values.join(' ')}" ;;`,
  );
  const files = valuesIn(tree).join('|');
  const after = tree.map((one) => {
    const at = one.path.map((word) => ` ${word}`).join('');
    return `      "${at}") words="${wordsAfter(one).join(' ')}" ;;`;
  });
  return `# nova-act completion bash >> ~/.bashrc
_nova_act() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" at="" words="" i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$at \${COMP_WORDS[i]}" in
      ${known}) at="$at \${COMP_WORDS[i]}" ;;
      *) break ;;
    esac
  done
  case "$prev" in
${choices.join('\n')}
    ${files}) ;;
    *) case "$at" in
${after.join('\n')}
    esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _nova_act nova-act
`;
}
