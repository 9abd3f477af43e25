import { ValidationError } from '../errors/index.js';
import { isPlaceholderName } from '../placeholders.js';
import { HeldSecret, type Secret } from './secret.js';
import { Vault } from './vault.js';

/** Secrets by the names that prompts have for them. */
export type Secrets = Readonly<Record<string, Secret>>;

/** @throws ValidationError for a name that no prompt can have, and a value that is no `secret()` */
export function vaultOf(secrets: Secrets | undefined): Vault {
  if (secrets === undefined) return new Vault(new Map());
  const isObject = typeof secrets === 'object' && secrets !== null;
  if (!isObject || Array.isArray(secrets) || HeldSecret.isOne(secrets)) {
    throw new ValidationError('is not an object of secrets', {
      field: 'secrets',
      remedy: 'Give each by its name: { password: secret(value) }.',
    });
  }
  const held = new Map<string, HeldSecret>();
  for (const [name, value] of Object.entries(secrets)) {
    if (!isPlaceholderName(name)) {
      throw new ValidationError('has a name that no prompt can have', {
        field: 'secrets',
        value: name,
        remedy: 'Use 1 to 64 letters, digits, _ and -, not beginning with a digit or -.',
      });
    }
    if (!HeldSecret.isOne(value)) {
      throw new ValidationError('is not a secret', {
        field: `secrets.${name}`,
        // What it is may be the very thing that nobody is to see.
        remedy: `Make it one: secrets: { ${name}: secret(value) }.`,
      });
    }
    held.set(name, value);
  }
  return new Vault(held);
}
