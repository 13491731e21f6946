/** Prints one figure, and whether it holds. */
export type Say = (line: string, holds: boolean) => void;

/** An address without the ids in it. */
export const shortPath = (path: string): string => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…');
