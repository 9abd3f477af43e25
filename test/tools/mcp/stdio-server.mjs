import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { offerTools } from './offer-tools.mjs';

serveStdio(() => offerTools((word) => process.stderr.write(`${word}\n`)));
