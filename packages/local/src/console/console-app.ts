import { type Context, Hono } from 'hono';
import { consoleStyles } from './console-styles.js';
import { readAsset } from './read-asset.js';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nova Act, local</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="console/assets/console.css">
<script type="module" src="console/assets/main.js"></script>
</head>
<body><noscript>The console needs JavaScript.</noscript></body>
</html>`;

/**
 * The console: a page at `/`, to which `/console` leads, and its modules at `/console/assets`. What it shows it reads from
 * `/console/api`, which asks for the key where the service must; the page itself holds nothing.
 */
export function consoleApp(): Hono {
  const app = new Hono();
  // Where many look for it first.
  app.get('/console', (context) => context.redirect('/'));
  app.get('/', (context) => {
    harden(context);
    return context.html(page);
  });
  app.get('/console/assets/console.css', (context) => {
    harden(context);
    return context.body(consoleStyles, 200, { 'content-type': 'text/css; charset=utf-8' });
  });
  app.get('/console/assets/:name', async (context) => {
    harden(context);
    const module = await readAsset(context.req.param('name'));
    if (module === undefined) return context.text('There is no such module here', 404);
    return context.body(module, 200, { 'content-type': 'text/javascript; charset=utf-8' });
  });
  return app;
}

function harden(context: Context): void {
  context.header('content-security-policy', contentSecurityPolicy);
  context.header('x-content-type-options', 'nosniff');
  context.header('referrer-policy', 'no-referrer');
  context.header('cache-control', 'no-cache');
}
