// Preloaded into a program written in TypeScript (`node --import`): `--import tsx` alone does not reach
// the worker threads of Node 20.
import { register } from 'tsx/esm/api';

register();
