import { createHash } from 'node:crypto';
import { html, Markup, type Part } from './markup.js';
import { STYLE } from './style.js';

/**
 * A page that opens from disk, loads nothing but pictures beside it and asks nothing of a network. Every
 * text from outside is escaped; should one ever not be, the page's own policy runs no script but its own.
 */
export function documentOf(title: string, body: Part, script?: string): string {
  const policy = [
    "default-src 'none'",
    // Of a page on disk 'self' is nothing to a browser; the names of pictures are checked where they are written.
    "img-src data: 'self' file:",
    `style-src '${digest(STYLE)}'`,
    ...(script === undefined ? [] : [`script-src '${digest(script)}'`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="generator" content="@nova-act/core"><title>${title}</title><style>${Markup.trusted(STYLE)}</style></head>
<body>${body}
${script !== undefined && html`<script>${Markup.trusted(script)}</script>\n`}</body></html>
`;
  return page.toString();
}

/** By its digest the policy allows this very text and no other. */
function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
