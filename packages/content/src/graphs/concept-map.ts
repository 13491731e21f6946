import type { Language } from '../text.ts';
import { type Drawing, drawGraph } from './draw-graph.ts';

export interface MappedConcept {
  id: string;
  title: string;
  prerequisites: readonly string[];
  /** The module whose bridge has it, by its place; 0 for none. */
  module: number;
}

const said = {
  es: {
    title: 'Mapa de conceptos',
    words: (concepts: number, arrows: number) =>
      `${concepts} conceptos y ${arrows} flechas. Cada flecha va de un concepto a otro que se apoya en él.`,
    module: (place: number) => `Módulo ${place}`,
    columns: ['Concepto', 'Módulo', 'Se apoya en'],
    none: '—',
  },
  en: {
    title: 'Concept map',
    words: (concepts: number, arrows: number) =>
      `${concepts} concepts and ${arrows} arrows. Each arrow goes from a concept to another that rests on it.`,
    module: (place: number) => `Module ${place}`,
    columns: ['Concept', 'Module', 'Rests on'],
    none: '—',
  },
};

/** Which concept rests on which. */
export function drawConceptMap(concepts: readonly MappedConcept[], language: Language): Drawing {
  const t = said[language];
  const titles = new Map(concepts.map(({ id, title }) => [id, title]));
  const arrows = concepts.flatMap(({ id, prerequisites }) =>
    prerequisites.filter((from) => titles.has(from)).map((from) => ({ from, to: id, style: 'ink-2' })),
  );
  const nodes = concepts.map(({ id, title, module }) => ({
    id,
    title,
    ...(module > 0 && { note: t.module(module) }),
  }));
  return {
    title: t.title,
    svg: drawGraph(t.title, nodes, arrows),
    words: t.words(concepts.length, arrows.length),
    table: {
      columns: t.columns,
      rows: concepts.map(({ title, module, prerequisites }) => [
        title,
        module > 0 ? String(module) : t.none,
        prerequisites.map((id) => titles.get(id) ?? id).join(', ') || t.none,
      ]),
    },
  };
}
