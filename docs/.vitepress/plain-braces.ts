import type { MarkdownRenderer } from 'vitepress';

const RULES = ['text', 'code_inline'] as const;

/** `{{password}}` on a page is what a prompt has, and no expression for Vue. */
export function plainBraces(markdown: MarkdownRenderer): void {
  for (const name of RULES) {
    const render = markdown.renderer.rules[name];
    if (!render) throw new Error(`There is no rule "${name}" to build upon`);
    markdown.renderer.rules[name] = (...args) => render(...args).replaceAll('{{', '&#123;&#123;');
  }
}
