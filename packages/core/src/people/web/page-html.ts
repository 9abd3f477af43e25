import { createHash } from 'node:crypto';
import { HELPERS } from '../../browser/frames/in-page.js';
import { answerPage } from './answer-page.js';
import { STYLES } from './page-styles.js';

let made: { html: string; policy: string } | undefined;

/** The page that asks, the same for every question: what is asked comes by its link. */
export function pageHtml(): { html: string; policy: string } {
  made ??= make();
  return made;
}

function make() {
  const script = `${HELPERS} (${answerPage.source})();`;
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>The agent asks</title>
<style>${STYLES}</style>
</head>
<body>
<main>
  <header>
    <h1 id="title">The agent asks</h1>
    <p id="message" role="status" aria-live="polite">One moment …</p>
    <details id="about" hidden><summary>What it is doing</summary><p id="prompt"></p></details>
  </header>
  <form id="answers" hidden>
    <button type="button" id="yes" class="yes"></button>
    <button type="button" id="no"></button>
  </form>
  <section id="stage" hidden aria-label="The page">
    <div class="address"><span id="url"></span><span id="state" aria-live="polite"></span></div>
    <div id="screen"><img id="picture" alt="The page as the agent sees it" draggable="false"></div>
    <div id="typing" hidden>
      <input id="text" aria-label="Text for the page" placeholder="Text for the page" autocomplete="off" autocapitalize="off" spellcheck="false">
      <button type="button" data-key="Enter">Enter</button>
      <button type="button" data-key="Backspace" aria-label="Backspace">⌫</button>
      <button type="button" data-key="Tab">Tab</button>
    </div>
    <p id="keys" hidden>Click into the page to use your keyboard there. <kbd>Ctrl</kbd> <kbd>Esc</kbd> brings you back here.</p>
  </section>
</main>
<script>${script}</script>
</body>
</html>
`;
  return { html, policy: policyOf(script, STYLES) };
}

/** Nothing but what is written here runs or is shown, whatever a message has in it. */
function policyOf(script: string, styles: string): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(styles)}`,
    'img-src data:',
    "connect-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}
