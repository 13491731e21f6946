import type { PracticeCase } from '@puente/content';

export { casePath, chosenOptions, type Choice, type Decision } from '#lib/case/case-path.ts';

/** `decision.option,decision.option`: the choices so far. */
export const choicesText = (chosen: ReadonlyMap<string, string>): string =>
  [...chosen].map(([decision, option]) => `${decision}.${option}`).join(',');

export const choicesIn = (text: string): Map<string, string> =>
  new Map(text.split(',').flatMap((one) => (one.includes('.') ? [one.split('.') as [string, string]] : [])));

interface Branch {
  decision: string;
  option: string;
  stage: string;
  text: string;
  /** The shortest way there, and this choice. */
  chosen: string;
}

/** Every choice of a case, each with a way to it. */
export function branches(story: Pick<PracticeCase, 'start' | 'stages'>): Branch[] {
  const ways = new Map<string, Map<string, string>>([[story.start, new Map()]]);
  const found: Branch[] = [];
  for (const [id, chosen] of ways) {
    const stage = story.stages.find((one) => one.id === id);
    if (!stage) continue;
    if (stage.next && !ways.has(stage.next)) ways.set(stage.next, chosen);
    for (const option of stage.decision?.options ?? []) {
      const decision = stage.decision!.id;
      const here = new Map([...chosen, [decision, option.id]]);
      if (!ways.has(option.next)) ways.set(option.next, here);
      found.push({
        decision,
        option: option.id,
        stage: stage.title,
        text: option.text,
        chosen: choicesText(here),
      });
    }
  }
  return found;
}
