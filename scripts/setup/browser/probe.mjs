// Run as a process of its own: starts the browser named by the first argument, loads a page in it
// and prints its version as JSON. Without an argument it prints where Playwright's own one would be.
import { chromium } from 'playwright';

const executablePath = process.argv[2];
if (executablePath === undefined) {
  console.log(JSON.stringify({ playwrightOwn: chromium.executablePath() }));
} else {
  const given = (process.env.NOVA_ACT_BROWSER_ARGS ?? '').trim();
  const args = given.startsWith('[') ? JSON.parse(given) : given.split(/\s+/).filter(Boolean);
  const browser = await chromium.launch({ executablePath, args, headless: true, timeout: 45_000 });
  const page = await browser.newPage();
  await page.setContent('<title>works</title>');
  const title = await page.title();
  const version = browser.version();
  await browser.close();
  if (title !== 'works') throw new Error('a page could not be loaded');
  console.log(JSON.stringify({ version: `Chromium ${version}` }));
}
