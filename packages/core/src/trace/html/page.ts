import { createHash } from 'node:crypto';
import type { ActTrace } from '../act-trace.js';
import { withoutScreenshots } from '../json.js';
import { ending } from './ending.js';
import { pageHead, STATUS_WORDS } from './head.js';
import { html, Markup, scriptJson } from './markup.js';
import { SCRIPT } from './script.js';
import { stepSection } from './step.js';
import { STYLE } from './style.js';

/**
 * The act as one HTML file that opens from disk and asks nothing of a network. Every text from
 * outside is escaped; should one ever not be, the page's own policy runs no script but its own and
 * loads nothing. The same trace stands in it as JSON, without the pictures, for tools
 * (`script#trace`).
 */
export function traceToHtml(trace: ActTrace): string {
  const policy = [
    "default-src 'none'",
    'img-src data:',
    `style-src '${digest(STYLE)}'`,
    `script-src '${digest(SCRIPT)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const title = `${STATUS_WORDS[trace.status]}: ${trace.prompt.slice(0, 100)}`;
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="generator" content="@nova-act/core"><title>${title}</title><style>${Markup.trusted(STYLE)}</style></head>
<body><main>
${pageHead(trace)}
${trace.steps.map(stepSection)}
${ending(trace)}
<p class="hint"><kbd>←</kbd> <kbd>→</kbd> go from step to step</p>
</main>
<script type="application/json" id="trace">${scriptJson(withoutScreenshots(trace))}</script>
<script>${Markup.trusted(SCRIPT)}</script>
</body></html>
`;
  return page.toString();
}

/** By its digest the policy allows this very text and no other. */
function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
