import type { LessonFigure } from './context.ts';

/** A figure to play with and what draws it: a lesson fetches both when the reader comes near. */
export const loadPlay = async ({ figure, view: id, preset }: NonNullable<LessonFigure['play']>) => {
  const [{ findFigure, findView, opening }, { default: Frame }, { firstRuns }] = await Promise.all([
    import('@puente/figures'),
    import('@puente/figures/Frame.svelte'),
    import('@puente/figures/runner.svelte.ts'),
  ]);
  const entry = findFigure(figure);
  if (!entry) return undefined;
  const view = findView((await entry.load()).figure, id);
  return { Frame, view, first: await firstRuns(view, opening(view, preset).settings) };
};
