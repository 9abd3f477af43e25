import type { TraceLocation } from '../wire/records.js';
import { isId } from './ids.js';
import { bad, bodyOf } from './read-answer.js';
import type { Answer } from './transport/answer.js';

export type Members = Readonly<Record<string, unknown>>;

/** Members of an answer, and where they stand in it: ``, `actSummaries[3].`. */
export interface Within {
  readonly answer: Answer;
  readonly members: Members;
  readonly at: string;
}

// Each throws ActBadResponseError for what is not as the service's model says.

export function whole(answer: Answer): Within {
  return { answer, members: bodyOf(answer), at: '' };
}

/** A page of a list, and the token of the next. */
export function pageOf(
  answer: Answer,
  list: string,
): { items: Within[]; nextToken?: string | undefined } {
  const { nextToken } = bodyOf(answer);
  if (nextToken !== undefined && nextToken !== null && typeof nextToken !== 'string') {
    throw bad(answer, 'nextToken is not a text');
  }
  return { items: listIn(whole(answer), list), ...(nextToken ? { nextToken } : {}) };
}

export function listIn({ answer, members, at }: Within, list: string): Within[] {
  const items = members[list];
  if (!Array.isArray(items)) throw bad(answer, `${at}${list} is not a list`);
  return items.map((item: unknown, index) => ({
    answer,
    members: (item ?? {}) as Members,
    at: `${at}${list}[${index}].`,
  }));
}

export function objectIn({ answer, members, at }: Within, member: string): Within {
  const value = members[member];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw bad(answer, `${at}${member} is ${value === undefined ? 'missing' : 'not an object'}`);
  }
  return { answer, members: value as Members, at: `${at}${member}.` };
}

export function idIn({ answer, members, at }: Within, member: string): string {
  const value = members[member];
  if (isId(value)) return value;
  throw bad(answer, `${at}${member} is ${value === undefined ? 'missing' : 'not an id'}`);
}

export function textIn({ answer, members, at }: Within, member: string): string {
  const value = members[member];
  if (typeof value === 'string' && value !== '') return value;
  throw bad(answer, `${at}${member} is ${value === undefined ? 'missing' : 'not a text'}`);
}

export function numberIn({ answer, members, at }: Within, member: string): number {
  const value = members[member];
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw bad(answer, `${at}${member} is ${value === undefined ? 'missing' : 'not a whole number'}`);
}

export function oneOf<T extends string>(
  { answer, members, at }: Within,
  member: string,
  known: readonly T[],
): T {
  const found = known.find((candidate) => candidate === members[member]);
  if (found !== undefined) return found;
  throw bad(answer, `${at}${member} is none of ${known.join(', ')}`);
}

/** ISO 8601, as the model says; or seconds, as AWS's JSON protocols write times otherwise. */
export function timeIn({ answer, members, at }: Within, member: string): Date {
  const value = members[member];
  if (typeof value === 'string' || typeof value === 'number') {
    const date = new Date(typeof value === 'number' ? value * 1000 : value);
    if (!Number.isNaN(date.getTime())) return date;
  }
  throw bad(answer, `${at}${member} is not a time`);
}

/** The member under its own name, where it is there. */
export function optional<Name extends string, T>(
  within: Within,
  member: Name,
  read: (within: Within, member: Name) => T,
): { [Member in Name]?: T } {
  const value = within.members[member];
  if (value === undefined || value === null) return {};
  return { [member]: read(within, member) } as { [Member in Name]?: T };
}

export function traceLocationIn(within: Within, member: string): TraceLocation {
  const place = objectIn(within, member);
  return {
    locationType: textIn(place, 'locationType'),
    location: textIn(place, 'location'),
  };
}
