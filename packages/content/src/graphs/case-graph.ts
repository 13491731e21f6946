import type { Case } from '../content.ts';
import type { InLanguage, Language } from '../text.ts';
import { type Drawing, type GraphArrow, drawGraph } from './draw-graph.ts';

const said = {
  es: {
    debrief: 'Cierre',
    words: (stages: number, decisions: number) =>
      `${stages} etapas y ${decisions} decisiones. Línea gruesa: el camino experto. Línea delgada: una elección con crédito parcial, o lo que sigue sin elegir. Línea cortada: una elección sin crédito. Recuadro grueso: la decisión puntúa.`,
    columns: ['Etapa', 'Elección', 'Crédito', 'Lleva a'],
    on: 'Continúa',
  },
  en: {
    debrief: 'Debrief',
    words: (stages: number, decisions: number) =>
      `${stages} stages and ${decisions} decisions. Thick line: the expert's path. Thin line: a choice with part of the credit, or what follows without one. Broken line: a choice with none. Thick box: the decision is scored.`,
    columns: ['Stage', 'Choice', 'Credit', 'Leads to'],
    on: 'Goes on',
  },
};

type Story = InLanguage<Pick<Case, 'title' | 'start' | 'stages'>>;

/** Every path of a case, its choices with what each is worth. */
export function drawCase(story: Story, language: Language): Drawing {
  const t = said[language];
  const { title, stages } = story;
  const ways = stages.flatMap(
    (stage): { stage: typeof stage; text: string; fraction?: number; to: string }[] =>
      stage.decision
        ? stage.decision.options.map(({ text, fraction, next }) => ({ stage, text, fraction, to: next }))
        : [{ stage, text: t.on, to: stage.next ?? 'debrief' }],
  );
  const expert = expertStages(story);
  const arrows = new Map<string, GraphArrow & { worth: number }>();
  for (const { stage, fraction, to } of ways) {
    const name = `${stage.id} ${to}`;
    const worth = Math.max(fraction ?? 1, arrows.get(name)?.worth ?? 0);
    const style = worth === 1 && expert.has(stage.id) ? 'ink thick' : worth > 0 ? 'ink-2' : 'ink-2 dashed';
    arrows.set(name, { from: stage.id, to, style, worth });
  }
  const titles = new Map([
    ...stages.map((stage) => [stage.id, stage.title] as const),
    ['debrief', t.debrief],
  ]);
  return {
    title,
    svg: drawGraph(
      title,
      [
        ...stages.map((stage) => ({
          id: stage.id,
          title: stage.title,
          thick: stage.decision?.keyFeature ?? false,
        })),
        { id: 'debrief', title: t.debrief },
      ],
      [...arrows.values()],
    ),
    words: t.words(stages.length, stages.filter(({ decision }) => decision).length),
    table: {
      columns: t.columns,
      rows: ways.map(({ stage, text, fraction, to }) => [
        stage.title,
        text,
        fraction === undefined ? '—' : String(fraction),
        titles.get(to) ?? to,
      ]),
    },
  };
}

/** Where who takes the best option each time comes by. */
function expertStages({ start, stages }: Story): Set<string> {
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  const met = new Set<string>();
  let at: string | undefined = start;
  while (at !== undefined && !met.has(at)) {
    met.add(at);
    const stage = byId.get(at);
    at = stage?.next ?? stage?.decision?.options.find(({ fraction }) => fraction === 1)?.next;
  }
  return met;
}
