import type { Download, Page, Request } from 'playwright';
import type { Doing, Told } from './told.js';

/** Of so many documents that were asked for is it known by which action. */
const MAX_ASKED = 50;

/**
 * Tells of each download with the action that began it: a slow server answers when the next one is under
 * way already. The function given back stops it.
 */
export function tellDownloads(
  page: Page,
  told: Told,
  take: (download: Download) => void,
): () => void {
  const askedBy = new Map<string, Doing | undefined>();
  const onRequest = (request: Request) => {
    if (!request.isNavigationRequest()) return;
    const first = request.redirectedFrom();
    askedBy.set(request.url(), first ? askedBy.get(first.url()) : told.doing);
    const [oldest] = askedBy.keys();
    if (askedBy.size > MAX_ASKED && oldest !== undefined) askedBy.delete(oldest);
  };
  const onDownload = (download: Download) => {
    take(download);
    const url = download.url();
    const doing = askedBy.has(url) ? askedBy.get(url) : told.doing;
    const name = JSON.stringify(download.suggestedFilename());
    told.tellLater(() => `A download was started${doing ? ` by ${doing.what}` : ''}: ${name}.`);
  };
  page.on('request', onRequest);
  page.on('download', onDownload);
  return () => {
    page.off('request', onRequest);
    page.off('download', onDownload);
  };
}
