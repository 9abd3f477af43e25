/** A token of RFC 9110, 5.6.2. */
const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
/** RFC 9110, 5.5: visible ASCII, spaces and tabs, and bytes above. */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

export const isHeaderName = (given: string): boolean => NAME.test(given);

export const isHeaderValue = (given: unknown): given is string =>
  typeof given === 'string' && VALUE.test(given);
