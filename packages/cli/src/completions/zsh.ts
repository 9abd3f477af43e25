import { type CommandWords, choicesIn, valuesIn, wordsAfter } from './command-tree.js';

/** A script for zsh, to be evaluated after compinit. */
export function zshScript(tree: readonly CommandWords[]): string {
  const commands = tree.filter(({ path }) => path.length > 0);
  const known = commands.map(({ path }) => `" ${path.join(' ')}"`).join('|');
  const choices = [...choicesIn(tree)].map(
    ([name, values]) => `    ${name}) compadd -- ${values.join(' ')} ;;`,
  );
  const files = valuesIn(tree).join('|');
  const after = tree.map((one) => {
    const at = one.path.map((word) => ` ${word}`).join('');
    return `      "${at}") compadd -- ${wordsAfter(one).join(' ')} ;;`;
  });
  return `#compdef nova-act
# eval "$(nova-act completion zsh)"
_nova_act() {
  local at="" i
  for ((i = 2; i < CURRENT; i++)); do
    case "$at \${words[i]}" in
      ${known}) at="$at \${words[i]}" ;;
      *) break ;;
    esac
  done
  case "\${words[CURRENT-1]}" in
${choices.join('\n')}
    ${files}) _files ;;
    *) case "$at" in
${after.join('\n')}
    esac ;;
  esac
}
compdef _nova_act nova-act
`;
}
