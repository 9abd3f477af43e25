import type { PageProblems } from '../problems/page-problems.js';
import type { Resident } from './resident.js';

/** Hears what the session's pages complain of, from their first document on. */
export function pageProblems(problems: PageProblems): Resident {
  return {
    async moveIn({ context, ownsContext }, { tabs }) {
      const stop = problems.follow(
        context,
        (page) => ownsContext || (page !== undefined && tabs.pages.includes(page)),
      );
      return async () => stop();
    },
  };
}
