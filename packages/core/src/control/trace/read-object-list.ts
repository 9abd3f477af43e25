/** An object in S3's list of a bucket. */
export interface ListedObject {
  readonly key: string;
  readonly bytes: number;
  readonly lastModified: Date;
}

/**
 * S3's `ListBucketResult`, asked for with `encoding-type=url`; undefined when it is none.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 */
export function readObjectList(
  xml: string,
): { objects: ListedObject[]; nextToken?: string | undefined } | undefined {
  if (!xml.includes('<ListBucketResult')) return undefined;
  const objects: ListedObject[] = [];
  for (const part of xml.split('<Contents>').slice(1)) {
    const object = objectIn(part);
    if (!object) return undefined;
    objects.push(object);
  }
  const nextToken = textIn(xml, 'NextContinuationToken');
  if (textIn(xml, 'IsTruncated') === 'true' && nextToken === undefined) return undefined;
  return { objects, nextToken };
}

function objectIn(part: string): ListedObject | undefined {
  const key = textIn(part, 'Key');
  const bytes = Number(textIn(part, 'Size'));
  const lastModified = new Date(textIn(part, 'LastModified') ?? '');
  if (key === undefined || Number.isNaN(bytes) || Number.isNaN(lastModified.getTime())) {
    return undefined;
  }
  try {
    return { key: decodeURIComponent(key.replaceAll('+', ' ')), bytes, lastModified };
  } catch {
    return undefined;
  }
}

function textIn(xml: string, tag: string): string | undefined {
  const from = xml.indexOf(`<${tag}>`);
  const to = xml.indexOf(`</${tag}>`, from);
  return from < 0 || to < 0 ? undefined : unescaped(xml.slice(from + tag.length + 2, to));
}

const ENTITIES = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  // Last, so that what it gives is not taken for another.
  ['&amp;', '&'],
] as const;

const unescaped = (text: string) =>
  ENTITIES.reduce((plain, [entity, character]) => plain.replaceAll(entity, character), text);
