import type { Page } from 'playwright';

/** A tab that opened for a file shows nothing: a browser with windows closes it, one without leaves it open. */
export async function closeIfEmpty(page: Page): Promise<void> {
  try {
    if (await isEmpty(page)) await page.close();
  } catch {
    // It is closed already, or goes on to a document.
  }
}

async function isEmpty(page: Page): Promise<boolean> {
  if (page.url() === '') return true;
  return page.url() === 'about:blank' && page.evaluate(() => !document.body?.hasChildNodes());
}
