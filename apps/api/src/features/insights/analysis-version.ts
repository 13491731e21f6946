import { createHash } from 'node:crypto';
import type { Catalogue } from '../../catalogue.ts';

/** Raised whenever an analysis would say something else of the same answers. */
export const rulesVersion = '2';

const versions = new WeakMap<Catalogue, string>();

/** Of the rules and of the courses that a section's analysis names: another of either is computed anew. */
export const analysisVersion = (catalogue: Catalogue): string => {
  const known = versions.get(catalogue);
  if (known) return known;
  const hash = createHash('sha256');
  for (const item of catalogue.items.values())
    hash.update(`${item.id} ${item.contentHash} ${item.scoringHash}\n`);
  for (const concept of catalogue.concepts.values()) hash.update(JSON.stringify(concept));
  for (const form of catalogue.forms.values()) hash.update(JSON.stringify(form));
  for (const course of catalogue.courses) hash.update(JSON.stringify(course.objectives));
  for (const lesson of catalogue.lessons.values()) hash.update(`${lesson.id} ${lesson.concepts.join()}\n`);
  const version = `${rulesVersion}/${hash.digest('hex').slice(0, 12)}`;
  versions.set(catalogue, version);
  return version;
};
