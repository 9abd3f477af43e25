import { ENCODED_ERROR, type EncodedError } from './encode-error.js';
import { errorClass } from './registry.js';
import { ValidationError } from './validation-error.js';

/**
 * What `encodeError` was given: an error of the same class, code, fields, cause and stack, for which
 * `instanceof` holds; or the value that was thrown, when it was no error. A class that is not known
 * here (one of your own) comes back as an `Error` with its name and fields.
 * @throws ValidationError for data that is no encoded error, or one of another version.
 */
export function decodeError(encoded: EncodedError): unknown {
  if (typeof encoded !== 'object' || encoded === null || encoded.format !== ENCODED_ERROR) {
    throw new ValidationError('is not an encoded error of this version', {
      field: 'encoded',
      value: (encoded as Partial<EncodedError> | null)?.format ?? typeof encoded,
      remedy: `Pass what encodeError() gave; this version reads ${ENCODED_ERROR}.`,
    });
  }
  return decode(encoded, MAX_DEPTH);
}

/** As deep as `encodeError` goes; what is nested deeper is left out. */
const MAX_DEPTH = 8;

function decode(encoded: EncodedError, depth: number): unknown {
  checkMembers(encoded);
  if (encoded.thrown !== undefined) return encoded.thrown;
  const { name, message, code, stack, fields, cause, suppressed } = encoded;
  const known = errorClass(name) ?? Error;
  // Made by Error itself, as an instance of the class: the class's own constructor may want more.
  const error: Error = Reflect.construct(Error, [message], known as typeof Error);
  const hidden = { enumerable: false, configurable: true, writable: true };
  // Defined, not assigned: a field named `__proto__` must not become the error's class.
  for (const [field, value] of Object.entries(fields ?? {})) own(error, field, value);
  if (code !== undefined) own(error, 'code', code);
  if (error.name !== name) error.name = name;
  if (stack !== undefined) Object.defineProperty(error, 'stack', { ...hidden, value: stack });
  if (depth === 0) return error;
  if (cause) Object.defineProperty(error, 'cause', { ...hidden, value: decode(cause, depth - 1) });
  if (suppressed) {
    own(
      error,
      'suppressed',
      suppressed.map((later) => decode(later, depth - 1)),
    );
  }
  return error;
}

function own(error: Error, name: string, value: unknown): void {
  Object.defineProperty(error, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

const isText = (value: unknown) => typeof value === 'string';
const isTextOrAbsent = (value: unknown) => value === undefined || isText(value);
const isObjectOrAbsent = (value: unknown) =>
  value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value));
const MEMBERS: { readonly [Name in keyof EncodedError]-?: (value: unknown) => boolean } = {
  format: isText,
  name: isText,
  message: isText,
  code: isTextOrAbsent,
  stack: isTextOrAbsent,
  fields: isObjectOrAbsent,
  cause: isObjectOrAbsent,
  suppressed: (value) =>
    value === undefined ||
    (Array.isArray(value) && value.every((each) => each && isObjectOrAbsent(each))),
  thrown: () => true,
};

function checkMembers(encoded: EncodedError): void {
  for (const [name, fits] of Object.entries(MEMBERS)) {
    const value = encoded[name as keyof EncodedError];
    if (fits(value)) continue;
    throw new ValidationError('is not what encodeError() gives', {
      field: `encoded.${name}`,
      value: value === null ? 'null' : typeof value,
      remedy: 'Pass on what encodeError() gave as it is.',
    });
  }
}
