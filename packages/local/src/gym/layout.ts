import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { styles } from './styles.js';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface PageParts {
  title: string;
  /** The page's path below the gym's root, without a slash at the start: `shop/cart`. */
  path: string;
  body: Html;
  /** JavaScript of the page's own; never made of what a user typed. */
  script?: string;
}

/** The relative way from a page back to the gym's root, so that the gym works wherever it is mounted. */
export function upTo(path: string): string {
  const depth = path.split('/').length - 1;
  return depth === 0 ? './' : '../'.repeat(depth);
}

/** Wraps a page in the gym's frame. Values in the templates are escaped by `html`. */
export function renderPage(context: Context, parts: PageParts, status: 200 | 404 | 422 = 200) {
  const root = upTo(parts.path);
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${parts.title}</title>
<link rel="icon" href="data:,">
<style>${raw(styles)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<nav class="bar" aria-label="Gym">
<a class="brand" href="${root}">Gym</a>
<a href="${root}next-dot">Next Dot</a>
<a href="${root}planets">Planets</a>
<a href="${root}shop">Shop</a>
<a href="${root}form">Long form</a>
</nav>
<main id="content">${parts.body}</main>
<footer>Practice pages. Nothing here is for sale and nothing leaves this machine.</footer>
${parts.script === undefined ? '' : html`<script>${raw(parts.script)}</script>`}
</body>
</html>`;
  return context.html(document, status);
}
