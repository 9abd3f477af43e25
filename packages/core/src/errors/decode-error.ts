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
  if (encoded.thrown !== undefined) return encoded.thrown;
  const { name, message, code, stack, fields, cause, suppressed } = encoded;
  const known = errorClass(name) ?? Error;
  // Made by Error itself, as an instance of the class: the class's own constructor may want more.
  const error: Error = Reflect.construct(Error, [message], known as typeof Error);
  const hidden = { enumerable: false, configurable: true, writable: true };
  Object.assign(error, fields, code === undefined ? {} : { code });
  if (error.name !== name) error.name = name;
  if (stack !== undefined) Object.defineProperty(error, 'stack', { ...hidden, value: stack });
  if (cause) Object.defineProperty(error, 'cause', { ...hidden, value: decodeError(cause) });
  if (suppressed) Object.assign(error, { suppressed: suppressed.map(decodeError) });
  return error;
}
