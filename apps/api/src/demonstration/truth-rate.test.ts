import { fileURLToPath } from 'node:url';
import { loadContent, readDirectory } from '@puente/content/server';
import { confidenceSummary, itemStatistics, mean, seededRandom } from '@puente/measurement';
import { confidenceProbabilities, type Estimate } from '@puente/schemas';
import { beforeAll, expect, test } from 'vitest';
import { createCatalogue } from '../catalogue.ts';
import { analyseSitting, type FormRecords } from '../features/insights/analyse-sitting.ts';
import { compareGains } from '../features/insights/compared-gain.ts';
import { delayedChange } from '../features/insights/delayed-change.ts';
import type { TakenForm } from '../features/insights/list-wave-records.ts';
import { changeOf } from '../features/insights/self-efficacy-change.ts';
import { waveCalibration } from '../features/insights/wave-calibration.ts';
import { waveGain } from '../features/insights/wave-gain.ts';
import { drawAnswer, drawFeeling, drawStudent, expectedAnswer, type Student } from './truth.ts';

/*
 * The synthetic section's truth is known: what the population from which it is drawn would gain. One section shows
 * whether an interval holds it once; hundreds show whether it does as often as it says. Every interval that the pages
 * of a section and of a sitting show is counted; that of the response model, which needs more people, where it is
 * computed (latent-gain.test.ts of the measurement).
 */

const catalogue = createCatalogue(
  loadContent(readDirectory(fileURLToPath(new URL('../../../../content', import.meta.url)))),
);
const forms = { A: catalogue.getForm('P1-A'), B: catalogue.getForm('P1-B') };
type FormName = keyof typeof forms;
type Wave = 'opening' | 'closing';
const itemsOf = (form: FormName) => forms[form].items.map((id) => catalogue.items.get(id)!);
const isAnchor = (form: FormName) => forms[form].items.map((id) => forms[form].anchors.includes(id));
const meaning = (level: number) => confidenceProbabilities[level] ?? 0.25;
const objective = catalogue.getCourse('physiology').objectives[0]!.id;

const seed = 'rate';
const sections = 200;
/** Of whom four leave before the closing form. */
const people = 36;
const left = 4;
const population = 1500;
const tolerance = (rounds: number) => 3 * Math.sqrt((0.95 * 0.05) / rounds);

const asked = (student: Student, item: ReturnType<typeof itemsOf>[number], moment: Wave) => ({
  student,
  item,
  moment,
  met: 0,
  explained: true,
});

/** What everybody of the population would do with one form: student by student, item by item. */
interface Expectation {
  right: number[][];
  confidence: number[];
  brier: number[];
  /** By level: shares of all answers. */
  stated: number[];
  rightAt: number[];
}
let truth: Record<Wave, Record<FormName, Expectation>>;
let students: Student[];

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const variance = (values: readonly number[]) => mean(values.map((value) => (value - mean(values)) ** 2));

beforeAll(() => {
  students = Array.from({ length: population }, (_, index) => drawStudent(seed, `population ${index}`));
  const expectation = (form: FormName, moment: Wave): Expectation => {
    const answers = students.map((student) =>
      itemsOf(form).map((item) => expectedAnswer(seed, asked(student, item, moment)).levels),
    );
    const all = answers.flat();
    return {
      right: answers.map((items) => items.map((levels) => sum(levels.map((level) => level.right)))),
      confidence: answers.map((items) =>
        mean(items.map((levels) => sum(levels.map(({ stated }, level) => stated * meaning(level))))),
      ),
      brier: answers.map((items) =>
        mean(
          items.map((levels) =>
            sum(
              levels.map(
                ({ stated, right }, level) =>
                  right * (1 - meaning(level)) ** 2 + (stated - right) * meaning(level) ** 2,
              ),
            ),
          ),
        ),
      ),
      stated: confidenceProbabilities.map((_, level) => mean(all.map((levels) => levels[level]!.stated))),
      rightAt: confidenceProbabilities.map((_, level) => mean(all.map((levels) => levels[level]!.right))),
    };
  };
  const both = (moment: Wave) => ({ A: expectation('A', moment), B: expectation('B', moment) });
  truth = { opening: both('opening'), closing: both('closing') };
}, 120_000);

/** A form as somebody of a section answers it. */
const take = (occasion: string, student: Student, form: FormName, moment: Wave) => {
  const answers = itemsOf(form).map((item) =>
    drawAnswer(seed, `${occasion}/${moment}`, asked(student, item, moment)),
  );
  const right = answers.map((answer): 0 | 1 => (answer.right ? 1 : 0));
  const anchors = isAnchor(form);
  const record: TakenForm = {
    learnerKey: student.code,
    form: forms[form].id,
    score: 100 * mean(right),
    scoreWithoutAnchors: 100 * mean(right.filter((_, place) => !anchors[place])),
    scoreOnAnchors: 100 * mean(right.filter((_, place) => anchors[place])),
    // Who guesses is known here; what the times tell of it has its own tests.
    rapid: student.rapidShare > 0,
    confidence: confidenceSummary(
      right,
      answers.map((answer) => meaning(answer.level)),
    ),
    levels: confidenceProbabilities.map((_, level) => ({
      level,
      confidence: meaning(level),
      responses: answers.filter((answer) => answer.level === level).length,
      right: answers.filter((answer) => answer.level === level && answer.right).length,
    })),
    attemptId: '',
    sittingId: '',
    takenAt: new Date(moment === 'opening' ? 0 : 1),
  };
  return { record, right };
};

/** What the figures of a page would be of the whole population. */
const populationFigures = () => {
  type Of = (expectation: Expectation, student: number) => number;
  const score: Of = ({ right }, student) => 100 * mean(right[student]!);
  const everybody = students.map((_, index) => index);
  const ends = (of: Of, who = everybody) => {
    const at = (moment: Wave, form: FormName) => mean(who.map((student) => of(truth[moment][form], student)));
    const opening = (at('opening', 'A') + at('opening', 'B')) / 2;
    const closing = (at('closing', 'A') + at('closing', 'B')) / 2;
    return { opening, closing, change: closing - opening };
  };
  const on =
    (wanted: boolean) =>
    (form: FormName): Of => {
      const anchors = isAnchor(form);
      return ({ right }, student) =>
        100 * mean(right[student]!.filter((_, place) => anchors[place] === wanted));
    };
  const oneForm = (of: (form: FormName) => Of, moment: Wave, form: FormName) =>
    mean(everybody.map((student) => of(form)(truth[moment][form], student)));
  const apart = (wanted: boolean) => {
    const at = (moment: Wave, form: FormName) => oneForm(on(wanted), moment, form);
    return (at('closing', 'A') + at('closing', 'B') - at('opening', 'A') - at('opening', 'B')) / 2;
  };
  /** Of single scores: what people differ by, and the luck of twenty answers. */
  const scoreVariance = (moment: Wave) => {
    const parts = (['A', 'B'] as const).map((form) => ({
      mean: mean(everybody.map((student) => score(truth[moment][form], student))),
      variance:
        variance(everybody.map((student) => score(truth[moment][form], student))) +
        mean(
          truth[moment][form].right.map(
            (items) => (sum(items.map((p) => p * (1 - p))) * 100 ** 2) / items.length ** 2,
          ),
        ),
    }));
    return mean(parts.map((part) => part.variance)) + variance(parts.map((part) => part.mean));
  };
  const knowledge = ends(score);
  const confidence = ends((expectation, student) => 100 * expectation.confidence[student]!);
  const read = everybody.filter((student) => students[student]!.rapidShare === 0);
  const dots = (moment: Wave) =>
    confidenceProbabilities.map(
      (_, level) =>
        sum((['A', 'B'] as const).map((form) => truth[moment][form].rightAt[level]!)) /
        sum((['A', 'B'] as const).map((form) => truth[moment][form].stated[level]!)),
    );
  const feels = (moment: 'before' | 'after' | 'then') =>
    mean(
      Array.from({ length: 8 }, (_, draw) =>
        mean(students.map((student) => drawFeeling(`${seed} ${draw}`, student, objective, moment))),
      ),
    );
  const [before, after, then] = [feels('before'), feels('after'), feels('then')];
  return {
    knowledge,
    confidence,
    brier: ends((expectation, student) => expectation.brier[student]!),
    d: knowledge.change / Math.sqrt((scoreVariance('opening') + scoreVariance('closing')) / 2),
    hake: knowledge.change / (100 - knowledge.opening),
    orders: (['A', 'B'] as const).map((first) => {
      const second = first === 'A' ? 'B' : 'A';
      return oneForm(() => score, 'closing', second) - oneForm(() => score, 'opening', first);
    }),
    withoutAnchors: apart(false),
    read: ends(score, read).change,
    anchorsOfA: oneForm(on(true), 'closing', 'A'),
    scoreOfA: oneForm(() => score, 'closing', 'A'),
    dots: { opening: dots('opening'), closing: dots('closing') },
    feeling: { before, after, gain: after - before, back: after - then, shift: then - before },
  };
};

const counter = () => {
  const held = new Map<string, { held: number; shown: number }>();
  return {
    held,
    count: (figure: string, interval: readonly [number, number] | null | undefined, value: number) => {
      if (!interval) return;
      const found = held.get(figure) ?? { held: 0, shown: 0 };
      held.set(figure, found);
      found.shown += 1;
      if (interval[0] <= value && value <= interval[1]) found.held += 1;
    },
  };
};

test(
  'the stated intervals of a section hold the known truth at the stated rate',
  { timeout: 300_000 },
  () => {
    const known = populationFigures();
    const { held, count } = counter();
    const estimate = (figure: string, found: Estimate | null, value: number) =>
      count(figure, found?.interval, value);
    const first = (index: number): FormName => (index % 2 ? 'B' : 'A');
    const second = (index: number): FormName => (index % 2 ? 'A' : 'B');
    for (let section = 0; section < sections; section++) {
      const group = Array.from({ length: people }, (_, index) => drawStudent(seed, `${section}/${index}`));
      const opening = group.map(
        (student, index) => take(`${section}`, student, first(index), 'opening').record,
      );
      const closing = group
        .map((student, index) => take(`${section}`, student, second(index), 'closing').record)
        .slice(left);
      const gain = waveGain({
        enrolled: group.map(({ code }) => code),
        opening,
        closing,
        unfinished: { opening: 0, closing: 0 },
        anchored: true,
      });
      const { knowledge, confidence, withoutAnchors, withoutRapid, flow } = gain;
      if (knowledge.tooLittle || confidence.tooLittle || !withoutAnchors || withoutAnchors.tooLittle) {
        throw new Error('there are 32 pairs, and forms with anchors');
      }
      count('knowledge', knowledge.interval, known.knowledge.change);
      estimate('knowledge before', knowledge.opening, known.knowledge.opening);
      estimate('knowledge after', knowledge.closing, known.knowledge.closing);
      estimate('d', knowledge.effectSize, known.d);
      estimate('normalised gain', knowledge.normalizedGain, known.hake);
      knowledge.orders.forEach(({ change }, place) => estimate('an order', change, known.orders[place]!));
      estimate('bound', flow.boundIfLeaversGainedNothing, known.knowledge.change * (1 - left / people));
      count('confidence', confidence.interval, known.confidence.change);
      estimate('confidence before', confidence.opening, known.confidence.opening);
      estimate('confidence after', confidence.closing, known.confidence.closing);
      count('accuracy', confidence.accuracy.interval, known.knowledge.change);
      estimate('accuracy before', confidence.accuracy.opening, known.knowledge.opening);
      estimate('accuracy after', confidence.accuracy.closing, known.knowledge.closing);
      count('bias', confidence.bias.interval, known.confidence.change - known.knowledge.change);
      estimate('bias before', confidence.bias.opening, known.confidence.opening - known.knowledge.opening);
      estimate('bias after', confidence.bias.closing, known.confidence.closing - known.knowledge.closing);
      count('brier', confidence.brier.interval, known.brier.change);
      estimate('brier before', confidence.brier.opening, known.brier.opening);
      estimate('brier after', confidence.brier.closing, known.brier.closing);
      count('without anchors', withoutAnchors.interval, known.withoutAnchors);
      estimate('retest', gain.retestEffect, known.knowledge.change - known.withoutAnchors);
      if (withoutRapid && !withoutRapid.knowledge.tooLittle) {
        count('without rapid', withoutRapid.knowledge.interval, known.read);
      }
      const calibration = waveCalibration({ opening, closing });
      for (const wave of ['opening', 'closing'] as const) {
        calibration[wave].forEach((dot) => count(`dots ${wave}`, dot.interval, known.dots[wave][dot.level]!));
      }
      const others = Array.from({ length: 12 }, (_, index) => drawStudent(seed, `${section}/other ${index}`));
      const { gain: theirs, effect } = compareGains(
        { opening, closing },
        {
          opening: others.map((student, index) => take('1', student, first(index), 'opening').record),
          // Without the course nobody grows: the same moment once more.
          closing: others.map((student, index) => take('2', student, second(index), 'opening').record),
        },
      );
      estimate('comparison', theirs, 0);
      estimate('effect', effect, known.knowledge.change);
      const some = group.flatMap((student, index) => (first(index) === 'A' ? [student] : [])).slice(0, 16);
      const delayed = delayedChange(
        closing,
        some.map((student) => take('delayed', student, 'A', 'closing').record),
        catalogue,
      );
      estimate('delayed', delayed!.meanPercent, known.scoreOfA);
      estimate('delayed anchors', delayed!.anchors?.delayed ?? null, known.anchorsOfA);
      estimate('delayed change', delayed!.anchors?.change ?? null, 0);
      const feeling = changeOf(
        group.slice(0, 16).map((student) => {
          const rated = (moment: 'before' | 'after' | 'then') =>
            drawFeeling(seed, student, objective, moment);
          return {
            objectiveId: objective,
            before: rated('before'),
            after: rated('after'),
            then: rated('then'),
          };
        }),
      );
      estimate('feeling', feeling.gain, known.feeling.gain);
      estimate('feeling before', feeling.before, known.feeling.before);
      estimate('feeling after', feeling.after, known.feeling.after);
      estimate('feeling, looking back', feeling.gainLookingBack, known.feeling.back);
      estimate('response shift', feeling.responseShift, known.feeling.shift);
    }
    expect(held.size).toBe(34);
    for (const [figure, { held: times, shown }] of held) {
      const rate = times / shown;
      expect(shown, figure).toBeGreaterThanOrEqual(0.7 * sections);
      expect(rate, `${figure}: ${rate}`).toBeGreaterThan(0.95 - tolerance(sections));
      expect(rate, `${figure}: ${rate}`).toBeLessThan(0.95 + tolerance(sections));
    }
  },
);

test(
  'the stated intervals of a sitting hold the known truth at the stated rate',
  { timeout: 300_000 },
  () => {
    const sittings = 120;
    const takers = 60;
    const items = itemsOf('A');
    const k = items.length;
    const { right } = truth.opening.A;
    const shares = items.map((_, item) => mean(right.map((row) => row[item]!)));
    const covariances = items.map((_, i) =>
      items.map((__, j) =>
        i === j
          ? shares[i]! * (1 - shares[i]!)
          : mean(right.map((row) => (row[i]! - shares[i]!) * (row[j]! - shares[j]!))),
      ),
    );
    const total = sum(covariances.flat());
    const own = items.map((_, i) => covariances[i]![i]!);
    const withTotal = covariances.map(sum);
    const alpha = (k / (k - 1)) * (1 - sum(own) / total);
    const random = seededRandom('many takers');
    const kelley = itemStatistics(
      Array.from({ length: 30 }, () =>
        right.map((row) => row.map((p) => (random.next() < p ? 1 : 0))),
      ).flat(),
    ).map((item) => item.kelley);
    const { held, count } = counter();
    for (let sitting = 0; sitting < sittings; sitting++) {
      const group = Array.from({ length: takers }, (_, index) =>
        drawStudent(seed, `sitting ${sitting}/${index}`),
      );
      const answers = group.map((student) => take(`sitting ${sitting}`, student, 'A', 'opening').right);
      const blank = <T>(value: T) => answers.map((row) => row.map(() => value));
      const form: FormRecords = {
        form: forms.A.id,
        started: takers,
        items: items.map(({ id }) => ({ id, options: [], key: null, chance: 0.25 })),
        learnerKeys: group.map(({ code }) => code),
        right: answers,
        choices: blank(null),
        confidences: blank(null),
        seconds: blank(null),
      };
      const { analysis } = analyseSitting({
        sittingId: '',
        courseId: 'physiology',
        wave: 'opening',
        forms: [form],
        opening: null,
        earlier: new Map(),
      });
      const [analysed] = analysis.forms;
      count('mean', analysed!.meanPercent?.interval, 100 * mean(shares));
      count('alpha', analysed!.alpha?.interval, alpha);
      count('SEM', analysed!.semPercent?.interval, (100 / k) * Math.sqrt(total * (1 - alpha)));
      analysed!.items.forEach((item, i) => {
        const rest = total + own[i]! - 2 * withTotal[i]!;
        count('difficulty', item.interval, shares[i]!);
        count('r', item.discrimination?.interval, (withTotal[i]! - own[i]!) / Math.sqrt(own[i]! * rest));
        count('D', item.kelley?.interval, kelley[i]!);
      });
    }
    expect(held.size).toBe(6);
    for (const [figure, { held: times, shown }] of held) {
      const rate = times / shown;
      expect(rate, `${figure}: ${rate}`).toBeGreaterThan(0.95 - tolerance(sittings));
      expect(rate, `${figure}: ${rate}`).toBeLessThan(0.95 + tolerance(sittings));
    }
    // Wilson's interval covers 95 % on average over shares, within two points.
    const difficulty = held.get('difficulty')!;
    expect(Math.abs(difficulty.held / difficulty.shown - 0.95)).toBeLessThan(0.02);
  },
);
