/** One file of the build. Names are addresses without the first slash. */
export interface Part {
  /** As the line carries them. */
  bytes: number;
  /** What it needs at once, styles included, and what it may come to need. */
  needs: string[];
  later: string[];
  /**
   * What it is a part of, where not everybody needs it: a module's prose and drawings in one language
   * (`physiology/membrane-potential/es`), a figure to play with (`figures/heart`).
   */
  of?: string;
  /** Draws a page that a module brings along. */
  page?: true;
}

export type Parts = Record<string, Part>;

export const partsPath = '/_app/parts.json';

/** What these files need, now or later; of what only some need, no more than is wanted. */
export const filesFor = (parts: Parts, named: readonly string[], wanted: ReadonlySet<string>): string[] => {
  const files = new Set<string>();
  const open = [...named];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const part = parts[name];
    if (files.has(name) || !part || (part.of && !wanted.has(part.of))) continue;
    files.add(name);
    open.push(...part.needs, ...part.later);
  }
  return [...files];
};

/** The files that draw the pages of any module. */
export const pageFiles = (parts: Parts): string[] =>
  Object.entries(parts).flatMap(([name, { page }]) => (page ? name : []));
