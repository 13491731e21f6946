/** Whether a sitting may select people: only a proctored one may. */
export const maySelect = (sitting: { proctored: boolean }): boolean => sitting.proctored;
