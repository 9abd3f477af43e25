import type { MarkdownRenderer } from 'vitepress';

const NEEDS = 'Needs an AWS account';

/** A block of code whose fence says `aws` is headed by what it needs. */
export function markNeeds(markdown: MarkdownRenderer): void {
  const fence = markdown.renderer.rules.fence;
  if (!fence) throw new Error('There is no rule for fences to build upon');
  markdown.renderer.rules.fence = (tokens, index, ...rest) => {
    const words = tokens[index]?.info.trim().split(/\s+/) ?? [];
    const block = fence(tokens, index, ...rest);
    return words.includes('aws') ? `<p class="needs">${NEEDS}</p>${block}` : block;
  };
}
