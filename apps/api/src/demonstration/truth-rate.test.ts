import { fileURLToPath } from 'node:url';
import { loadContent, readDirectory } from '@puente/content/server';
import { confidenceSummary, itemStatistics, mean } from '@puente/measurement';
import { confidenceProbabilities } from '@puente/schemas';
import { beforeAll, expect, test } from 'vitest';
import { createCatalogue } from '../catalogue.ts';
import { waveGain, type WaveRecord } from '../features/insights/wave-gain.ts';
import { drawAnswer, drawStudent, expectedAnswer, type Moment, type Student } from './truth.ts';

/*
 * The synthetic section's truth is known: what the population from which it is drawn would gain. One section shows
 * whether an interval holds it once; four hundred show whether it does as often as it says.
 */

const catalogue = createCatalogue(
  loadContent(readDirectory(fileURLToPath(new URL('../../../../content', import.meta.url)))),
);
const forms = { A: catalogue.getForm('P1-A'), B: catalogue.getForm('P1-B') };
type FormName = keyof typeof forms;
const itemsOf = (form: FormName) => forms[form].items.map((id) => catalogue.items.get(id)!);
const meaning = (level: number) => confidenceProbabilities[level] ?? 0.25;

const seed = 'rate';
const sections = 400;
const people = 28;
const population = 1500;
/** Three standard errors of a share of 95 % of four hundred. */
const tolerance = 3 * Math.sqrt((0.95 * 0.05) / sections);

const asked = (student: Student, item: ReturnType<typeof itemsOf>[number], moment: Moment) => ({
  student,
  item,
  moment,
  met: 0,
  explained: true,
});

interface Expectation {
  right: number;
  confidence: number;
  items: number[];
}
let truth: Record<'opening' | 'closing', Record<FormName, Expectation>>;
beforeAll(() => {
  const students = Array.from({ length: population }, (_, index) => drawStudent(seed, `population ${index}`));
  const expectation = (form: FormName, moment: Moment): Expectation => {
    const items = itemsOf(form).map((item) => {
      const levels = students.map((student) => expectedAnswer(seed, asked(student, item, moment)).levels);
      return {
        right: mean(levels.map((of) => of.reduce((sum, level) => sum + level.right, 0))),
        confidence: mean(
          levels.map((of) => of.reduce((sum, { stated }, level) => sum + stated * meaning(level), 0)),
        ),
      };
    });
    return {
      right: mean(items.map((item) => item.right)),
      confidence: mean(items.map((item) => item.confidence)),
      items: items.map((item) => item.right),
    };
  };
  const both = (moment: Moment) => ({ A: expectation('A', moment), B: expectation('B', moment) });
  truth = { opening: both('opening'), closing: both('closing') };
}, 120_000);

/** A form as somebody of a section answers it. */
const take = (section: number, student: Student, form: FormName, moment: 'opening' | 'closing') => {
  const answers = itemsOf(form).map((item) =>
    drawAnswer(seed, `${section}/${moment}`, asked(student, item, moment)),
  );
  const right = answers.map((answer): 0 | 1 => (answer.right ? 1 : 0));
  const record: WaveRecord = {
    learnerKey: student.code,
    form,
    score: 100 * mean(right),
    scoreWithoutAnchors: null,
    rapid: false,
    confidence: confidenceSummary(
      right,
      answers.map((answer) => meaning(answer.level)),
    ),
  };
  return { record, right };
};

test('the stated intervals hold the known truth at the stated rate', { timeout: 300_000 }, () => {
  const gainOf = (of: 'right' | 'confidence') =>
    (100 * (truth.closing.B[of] - truth.opening.A[of] + (truth.closing.A[of] - truth.opening.B[of]))) / 2;
  const held = { knowledge: 0, confidence: 0, bias: 0, difficulty: 0 };
  let difficulties = 0;
  const holds = ([low, high]: readonly [number, number], value: number) =>
    low < value && value < high ? 1 : 0;
  for (let section = 0; section < sections; section++) {
    const students = Array.from({ length: people }, (_, index) => drawStudent(seed, `${section}/${index}`));
    const first = (index: number): FormName => (index % 2 ? 'B' : 'A');
    const second = (index: number): FormName => (index % 2 ? 'A' : 'B');
    const opening = students.map((student, index) => take(section, student, first(index), 'opening'));
    const closing = students.map((student, index) => take(section, student, second(index), 'closing'));
    const { knowledge, confidence } = waveGain({
      enrolled: students.map(({ code }) => code),
      opening: opening.map(({ record }) => record),
      closing: closing.map(({ record }) => record),
      unfinished: { opening: 0, closing: 0 },
      anchored: false,
    });
    if (knowledge.tooLittle || confidence.tooLittle) throw new Error('there are 28 pairs');
    held.knowledge += holds(knowledge.interval, gainOf('right'));
    held.confidence += holds(confidence.interval, gainOf('confidence'));
    held.bias += holds(confidence.bias.interval, gainOf('confidence') - gainOf('right'));
    const ofA = opening.filter((_, index) => first(index) === 'A').map(({ right }) => right);
    itemStatistics(ofA, { onConstant: 'mark' }).forEach(({ interval }, item) => {
      held.difficulty += holds(interval, truth.opening.A.items[item]!);
      difficulties += 1;
    });
  }
  for (const figure of ['knowledge', 'confidence', 'bias'] as const) {
    const rate = held[figure] / sections;
    expect(rate, `${figure}: ${rate}`).toBeGreaterThan(0.95 - tolerance);
    expect(rate, `${figure}: ${rate}`).toBeLessThan(0.95 + tolerance);
  }
  // Wilson's interval covers 95 % on average over shares, within a point and a half.
  expect(Math.abs(held.difficulty / difficulties - 0.95)).toBeLessThan(0.015);
});
