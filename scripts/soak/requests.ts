// Whatever is sent to the local service, well-formed or not, whole or in pieces, it answers or closes the
// connection, fails at nothing itself, keeps its records true, and serves the clients it has:
//   npm run soak -- requests [1000] [--seed n] [--only seed]
import { soakMain } from './frame/soak-main.js';
import { requests } from './requests/requests.js';

await soakMain(requests);
