import type { PracticePackage } from '@puente/content';

type Cited = string | { id: string; place?: string | undefined };

/** What a lesson or a case cites, with the full reference of each. */
export const citedSources = ({ sources }: Pick<PracticePackage, 'sources'>, cited: readonly Cited[]) =>
  cited.flatMap((reference) => {
    const { id, place } = typeof reference === 'string' ? { id: reference, place: undefined } : reference;
    const source = sources.find((candidate) => candidate.id === id);
    if (!source) return [];
    const { citation, doi, url, consulted } = source;
    return [{ id, citation, consulted, ...(doi && { doi }), ...(url && { url }), ...(place && { place }) }];
  });
