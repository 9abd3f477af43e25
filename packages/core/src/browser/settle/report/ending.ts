/**
 * Why a wait was over before the page was at rest: the act was aborted, the page is gone, the longest
 * wait is over, or a dialog holds everything up.
 */
export type Ending = 'aborted' | 'gone' | 'cap' | 'dialog';
