import canonicalize from 'canonicalize';
import { contentVersions, type Database } from '@puente/database';
import type { Catalogue } from '../../catalogue.ts';

/** Keeps every item and case decision of today whole, by hash, so that an old response can always be read and scored. */
export const saveContentVersions = async (database: Database, catalogue: Catalogue): Promise<void> => {
  const versions = [...catalogue.items.values()].map((item) => ({
    contentHash: item.contentHash,
    itemId: item.id,
    scoringHash: item.scoringHash,
    kind: item.kind,
    document: canonicalize(item)!,
  }));
  if (versions.length === 0) return;
  await database.asGlobal((db) => db.insert(contentVersions).values(versions).onConflictDoNothing());
};
