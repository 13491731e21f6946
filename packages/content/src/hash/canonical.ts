import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** RFC 8785, so that the same content gives the same bytes on every machine. */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value);
  if (json === undefined) throw new TypeError('Only JSON values have a canonical form.');
  return json;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
