import type { LibraryCase } from '../library-page.js';
import { pageCases } from './pages-of-servers.js';
import { selectCases } from './selects.js';
import { suiteCases } from './suites.js';

export const libraryCases: readonly LibraryCase[] = [...selectCases, ...suiteCases, ...pageCases];
