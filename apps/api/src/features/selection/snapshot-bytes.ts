import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Canonical JSON (RFC 8785) and its SHA-256. */
export const snapshotBytes = (file: object): { text: string; sha256: string } => {
  const text = canonicalize(file)!;
  return { text, sha256: createHash('sha256').update(text, 'utf8').digest('hex') };
};
