// Where the browser seems to be: language, time zone, place, what pages may do; headers for one site.
import { NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';

// The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);
const shop = new URL(service.gymUrl).origin;

const inBerlin = withWorkflow(
  { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' },
  () =>
    NovaAct.use(
      {
        locale: 'de-DE',
        timezone: 'Europe/Berlin',
        geolocation: { latitude: 52.52, longitude: 13.405 },
        permissions: { [shop]: ['geolocation', 'clipboard-read'] },
        // Sent to this origin alone, also when it redirects elsewhere.
        extraHeaders: { [shop]: { 'x-preview': process.env['PREVIEW_TOKEN'] ?? 'none' } },
      },
      async (nova) => {
        // Done as soon as the document is read; without waitUntil the page would come to rest first.
        await nova.goToUrl(`${service.gymUrl}/planets`, {
          waitUntil: 'domcontentloaded',
          timeoutMs: 10_000,
          referer: 'https://search.example/?q=planets',
        });
        return nova.page.evaluate(() => ({
          language: navigator.language,
          price: (1299.5).toLocaleString(),
          zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          cameFrom: document.referrer,
        }));
      },
    ),
);

console.log(await inBerlin());
await service.stop();
