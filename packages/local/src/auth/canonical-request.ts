import type { RequestHead } from '../surface/answer.js';

/**
 * The canonical request of Signature Version 4.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function canonicalRequest(
  request: RequestHead,
  signedHeaders: readonly string[],
  bodyHash: string,
): string {
  const headers = signedHeaders.map(
    (name) => `${name}:${(request.headers[name] ?? '').trim().replace(/\s+/g, ' ')}\n`,
  );
  return [
    request.method,
    canonicalPath(request.path),
    canonicalQuery(request.query),
    headers.join(''),
    signedHeaders.join(';'),
    bodyHash,
  ].join('\n');
}

/** Services other than S3 leave out empty and dot segments, and encode the path a second time. */
function canonicalPath(path: string): string {
  const kept: string[] = [];
  const segments = path.split('/').slice(1);
  for (const segment of segments) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(encodeOnce(segment));
  }
  const folder = ['', '.', '..'].includes(segments.at(-1) ?? '') && kept.length > 0;
  return `/${kept.join('/')}${folder ? '/' : ''}`;
}

function canonicalQuery(query: string): string {
  if (query === '') return '';
  return [...new URLSearchParams(query)]
    .map(([name, value]) => `${encodeOnce(name)}=${encodeOnce(value)}`)
    .sort()
    .join('&');
}

/** Percent-encodes all but the unreserved characters of RFC 3986. */
function encodeOnce(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
