import { shutdownSignal } from '@nova-act/workflow';
import { howManyMoons } from './how-many-moons.js';

const [planet = 'Mars'] = process.argv.slice(2);
// With its signal Ctrl-C ends the run truly: FAILED on record, the browser closed.
console.log(`${planet} has ${await howManyMoons(planet, shutdownSignal())} moons.`);
