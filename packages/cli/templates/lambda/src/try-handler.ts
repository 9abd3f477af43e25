// Calls the handler as Lambda would, with the service on this machine.
import { handler } from './handler.js';

const context = { getRemainingTimeInMillis: () => 120_000 };
console.log(JSON.stringify(await handler({ planet: process.argv[2] ?? 'Mars' }, context)));
