// If the type check did not run, or not strictly, this error would go unnoticed and the directive would be unused.
// @ts-expect-error an absent element is not a string
export const planted: string = (['present'] as string[])[1];
