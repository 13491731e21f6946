/** Ends an attempt once all its answers are received. Where that fails, the page's own form does it later. */
export const finishAttempt = async (attemptId: string): Promise<boolean> => {
  try {
    const { ok } = await fetch(`/api/attempts/${attemptId}/finish`, { method: 'POST' });
    return ok;
  } catch {
    return false;
  }
};
