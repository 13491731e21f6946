import {
  cronbachAlpha,
  cronbachAlphaInterval,
  distractorStatistics,
  itemStatistics,
  mean,
  minimums,
  responseTimeEffort,
  standardDeviation,
  standardErrorOfMeasurement,
  standardErrorOfMeasurementInterval,
  tInterval,
  transformItem,
  type AnchorEstimate,
} from '@puente/measurement';
import type {
  AnalysedForm,
  AnalysedItem,
  Estimate,
  FormLink,
  FormModel,
  SittingAnalysis,
  Wave,
} from '@puente/schemas';
import { fitForm, type FormFit } from './fit-form.ts';
import { findLeaked, linkForms } from './link-sitting.ts';

/** Everybody who finished one form of a sitting: one column an item. */
export interface FormRecords {
  form: string;
  started: number;
  items: { id: string; options: string[]; key: string | null; chance: number }[];
  learnerKeys: string[];
  /** 1 for full credit; what was not answered is 0. */
  right: (0 | 1)[][];
  choices: (string | null)[][];
  confidences: (number | null)[][];
  seconds: (number | null)[][];
}

/** An item's parameters as another sitting found them. */
export type ItemModel = NonNullable<AnalysedItem['model']>;

export interface SittingRecords {
  sittingId: string;
  courseId: string;
  wave: Wave;
  forms: FormRecords[];
  /** The opening sitting of the section, whose parameters stay fixed: those of `${form}/${item}`. */
  opening: { sittingId: string; people: number; items: ReadonlyMap<string, ItemModel> } | null;
  /** The last opening sitting of an earlier term. */
  earlier: ReadonlyMap<string, ItemModel>;
}

export interface AnalysedSitting {
  analysis: SittingAnalysis;
  /** More than a tenth of their answers came faster than one can read. */
  rapidLearnerKeys: string[];
}

/** What depends on people's totals, of one sitting that is over. Pure. */
export const analyseSitting = (records: SittingRecords): AnalysedSitting => {
  const { forms, wave, opening } = records;
  // The link and the parameters come from opening sittings, where chance assigns the forms and anchors are new.
  const fits = forms.map((form) =>
    wave === 'closing' ? null : fitForm(form.right, mean(form.items.map(({ chance }) => chance))),
  );
  const link = linkOf(forms, fits);
  const models = forms.map((form, place) =>
    modelsOf(form, fits[place] ?? null, opening, link?.from === form.form ? link : null),
  );
  const effort = forms.map(rapidOf);
  const people = forms.reduce((sum, form) => sum + form.learnerKeys.length, 0);
  const rapidLearnerKeys = effort.flat().sort();
  return {
    analysis: {
      sittingId: records.sittingId,
      courseId: records.courseId,
      wave,
      forms: forms.map((form, place) => analyseForm(form, models[place]!, records.earlier)),
      link,
      effort: people >= minimums.subgroupPeople ? { people, rapid: rapidLearnerKeys.length } : null,
    },
    rapidLearnerKeys,
  };
};

/** The link between the two forms of an opening sitting; null without a model of both. */
export const linkOf = (forms: readonly FormRecords[], fits: readonly (FormFit | null)[]): FormLink | null => {
  const fitted = forms.flatMap((form, place) => {
    const fit = fits[place];
    if (!fit || fit.model.kind === 'none') return [];
    const items = new Map<string, AnchorEstimate>(
      form.items.flatMap(({ id }, column) => (fit.items[column] ? [[id, fit.items[column]]] : [])),
    );
    return [{ form: form.form, kind: fit.model.kind, items }];
  });
  const [to, from] = fitted;
  return to && from && fitted.length === 2 && to.kind === from.kind ? linkForms(from, to) : null;
};

interface FormModels {
  model: FormModel;
  items: (ItemModel | null)[];
}

const modelsOf = (
  form: FormRecords,
  fit: FormFit | null,
  opening: SittingRecords['opening'],
  link: FormLink | null,
): FormModels => {
  if (fit) {
    return {
      model: fit.model,
      items: fit.items.map((item) => {
        if (!item) return null;
        const moved = link ? transformItem(item, link) : item;
        const scale = link?.A ?? 1;
        return {
          difficulty: moved.difficulty,
          difficultyError: item.se * scale,
          discrimination: moved.discrimination,
          discriminationError: item.seDiscrimination / scale,
        };
      }),
    };
  }
  const people = form.learnerKeys.length;
  const items = form.items.map(({ id }) => opening?.items.get(`${form.form}/${id}`) ?? null);
  return opening && items.some((item) => item !== null)
    ? { model: { kind: 'opening', sittingId: opening.sittingId, people: opening.people }, items }
    : { model: { kind: 'none', reason: 'no-opening', people }, items };
};

const analyseForm = (
  form: FormRecords,
  { model, items: models }: FormModels,
  earlier: SittingRecords['earlier'],
): AnalysedForm => {
  const people = form.learnerKeys.length;
  const enough = people >= minimums.itemPeople;
  const totals = form.right.map((row) => row.reduce<number>((sum, one) => sum + one, 0));
  const varied = enough && totals.some((total) => total !== totals[0]);
  const statistics = varied ? answered(() => itemStatistics(form.right, { onConstant: 'mark' })) : null;
  const asEstimates = (of: (item: string, column: number) => ItemModel | null | undefined) =>
    new Map(
      form.items.flatMap(({ id }, column) => {
        const item = of(id, column);
        return item ? [[id, { ...item, se: item.difficultyError } satisfies AnchorEstimate] as const] : [];
      }),
    );
  const leaked =
    model.kind === 'rasch' || model.kind === '2pl'
      ? findLeaked(
          asEstimates((_, column) => models[column]),
          asEstimates((id) => earlier.get(id)),
        )
      : new Map<string, boolean>();

  const analysed = form.items.map((item, column): AnalysedItem => {
    const found = statistics?.[column];
    const full = found && !('constant' in found) ? found : null;
    return {
      itemId: item.id,
      people,
      tooLittleData: !enough,
      difficulty: found?.difficulty ?? null,
      interval: found?.interval ?? null,
      discrimination: estimateOf(full?.correctedPointBiserial, full?.discriminationInterval),
      kelley: estimateOf(full?.kelley, full?.kelleyInterval),
      alphaIfDeleted: full?.alphaIfDeleted ?? null,
      advice: full && people >= minimums.itemPeopleToAct ? full.advice : null,
      model: models[column] ?? null,
      leaked: leaked.get(item.id) ?? null,
      options: varied ? optionsOf(form, column, totals) : [],
    };
  });
  const telling = statistics?.flatMap((item, column) => ('constant' in item ? [] : [column])) ?? [];
  const matrix = form.right.map((row) => telling.map((column) => row[column]!));
  const figure = (of: () => Estimate): Estimate | null => (telling.length > 1 ? answered(of) : null);
  // Per cent of the form: what everybody answered alike adds to every total the same.
  const inPercent = 100 / form.items.length;
  const percents = totals.map((total) => total * inPercent);
  return {
    form: form.form,
    started: form.started,
    people,
    items: analysed,
    meanPercent: enough ? estimateOf(mean(percents), tInterval(percents).interval) : null,
    sdPercent: varied ? standardDeviation(percents) : null,
    alpha: figure(() => ({ value: cronbachAlpha(matrix), interval: cronbachAlphaInterval(matrix) })),
    semPercent: figure(() => {
      const [low, high] = standardErrorOfMeasurementInterval(matrix);
      return {
        value: standardErrorOfMeasurement(matrix) * inPercent,
        interval: [low * inPercent, high * inPercent],
      };
    }),
    model,
  };
};

const optionsOf = (form: FormRecords, column: number, totals: readonly number[]): AnalysedItem['options'] => {
  const { key, options } = form.items[column]!;
  if (key === null) return [];
  const known = new Set(options);
  const found = answered(() =>
    distractorStatistics({
      options,
      key,
      // An option that the item no longer has counts as no answer.
      choices: form.choices.map((row) => (known.has(row[column] ?? '') ? row[column]! : null)),
      restScores: totals.map((total, person) => total - form.right[person]![column]!),
      confidences: form.confidences.map((row) => row[column] ?? null),
    }),
  );
  return (found ?? [])
    .toSorted((a, b) => b.count - a.count || (a.option < b.option ? -1 : 1))
    .map((option) => ({
      isKey: option.isKey,
      people: option.count,
      share: option.share,
      interval: option.interval,
      correlation: option.correlation ?? null,
      works: option.works ?? null,
      meanConfidence: option.meanConfidence ?? null,
    }));
};

const rapidOf = (form: FormRecords): string[] => {
  const met = form.items.flatMap((_, column) =>
    form.seconds.some((row) => row[column] !== null) ? [column] : [],
  );
  if (met.length === 0) return [];
  const effort = answered(() =>
    responseTimeEffort(form.seconds.map((row) => met.map((column) => row[column] ?? null))),
  );
  return form.learnerKeys.filter((_, person) => effort?.people[person]?.flagged);
};

/** A figure is shown with its interval or not at all. */
const estimateOf = (value: number | undefined, interval: [number, number] | undefined): Estimate | null =>
  value === undefined || !interval ? null : { value, interval };

/** The figure, or null where the data cannot answer. */
export const answered = <T>(figure: () => T): T | null => {
  try {
    return figure();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};
