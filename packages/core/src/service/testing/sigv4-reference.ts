import { createHash, createHmac } from 'node:crypto';

/** Signature Version 4 written out once more, from AWS's description, to compare with. */
export function referenceSignature(request: {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | Uint8Array;
  secretAccessKey: string;
  region: string;
  service: string;
}): { authorization: (accessKeyId: string) => string } {
  const { method, body, region, service, secretAccessKey } = request;
  const url = new URL(request.url);
  const headers = Object.fromEntries(
    Object.entries({ ...request.headers, host: url.host }).map(([k, v]) => [k.toLowerCase(), v]),
  );
  const names = Object.keys(headers).sort();
  const signedHeaders = names.join(';');
  const amzDate = headers['x-amz-date'] ?? '';
  const canonical = [
    method,
    url.pathname,
    canonicalQuery(url),
    ...names.map((name) => `${name}:${headers[name]?.trim().replace(/\s+/g, ' ')}`),
    '',
    signedHeaders,
    createHash('sha256').update(body).digest('hex'),
  ].join('\n');
  const scope = `${amzDate.slice(0, 8)}/${region}/${service}/aws4_request`;
  const digest = createHash('sha256').update(canonical).digest('hex');
  const toSign = ['AWS4-HMAC-SHA256', amzDate, scope, digest].join('\n');
  let key = Buffer.from(`AWS4${secretAccessKey}`);
  for (const part of scope.split('/')) key = createHmac('sha256', key).update(part).digest();
  const signature = createHmac('sha256', key).update(toSign).digest('hex');
  return {
    authorization: (id) =>
      `AWS4-HMAC-SHA256 Credential=${id}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
  };
}

function canonicalQuery({ searchParams }: URL): string {
  const encoded = (text: string) =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  return [...searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
}
