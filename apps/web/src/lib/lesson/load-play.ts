import type { LessonFigure } from './context.ts';

/** A figure to play with and what draws it: a lesson fetches both when the reader comes near. */
export const loadPlay = async ({ figure, view }: NonNullable<LessonFigure['play']>) => {
  const [{ findFigure, findView }, { default: Frame }] = await Promise.all([
    import('@puente/figures'),
    import('@puente/figures/Frame.svelte'),
  ]);
  const entry = findFigure(figure);
  if (!entry) return undefined;
  return { Frame, view: findView((await entry.load()).figure, view) };
};
