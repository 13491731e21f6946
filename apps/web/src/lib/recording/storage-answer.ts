/**
 * What the browser answered when it was asked to keep what is on this phone: it promised, or it may throw it away
 * for want of space. A browser that cannot be asked promises nothing.
 */
export const storageAnswer = async (
  storage: Partial<Pick<StorageManager, 'persisted'>> | undefined = globalThis.navigator?.storage,
): Promise<'persisted' | 'fleeting'> => ((await storage?.persisted?.()) ? 'persisted' : 'fleeting');
