import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { SnapshotFile } from './rules/selection-v0.ts';

/** Canonical JSON (RFC 8785) and its SHA-256. */
export const snapshotBytes = (file: SnapshotFile): { text: string; sha256: string } => {
  const text = canonicalize(file)!;
  return { text, sha256: createHash('sha256').update(text, 'utf8').digest('hex') };
};
