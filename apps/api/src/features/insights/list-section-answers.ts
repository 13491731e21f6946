import type { InstitutionDatabase } from '@puente/database';
import type { Answerable } from '@puente/content/server';
import type { Catalogue } from '../../catalogue.ts';
import type { Scope } from '@puente/schemas';

/** One counted answer of a learner. */
export interface SectionAnswer {
  itemId: string;
  item: Answerable;
  choice: string;
  confidenceLevel: number;
  /** 1 for full credit, else 0. */
  fraction: 0 | 1;
}

export interface SectionMembers {
  cohortId: string;
  courseId: string;
  learnerKeys: readonly string[];
  /** What no figure may show: the waves of sittings that are open. */
  hiddenScopes: readonly Scope[];
}

// Between and within answers: no option id and no number holds them.
const [recordMark, fieldMark] = ['\x1e', '\x1f'];

/**
 * The counted answers of these learners of a section, learner by learner, oldest first. Answers of a sitting come in
 * when it closes; form S, which selects, never does.
 */
export const listSectionAnswers = async (
  db: InstitutionDatabase,
  { cohortId, courseId, learnerKeys, hiddenScopes }: SectionMembers,
  catalogue: Catalogue,
): Promise<SectionAnswer[][]> => {
  const items = [...catalogue.items.values()].filter((item) => item.courseId === courseId);
  // One short text a learner, a number and a choice an answer: half the time of rows and columns.
  const { rows } = await db.$client.query<{ answers: string }>(
    `select string_agg(
       (item.place * 16 + c.confidence_level * 2 + (c.fraction = 1)::int)::text || $7 || c.choice, $8
       order by c.answered_at, item.place) as answers
     from counted_responses c
     join unnest($4::text[]) with ordinality as item (id, place) on item.id = c.item_id
     where c.institution_id = $1 and c.cohort_id = $2 and c.course_id = $3
       and c.scope <> 'selection' and c.scope <> all($5::text[]) and c.learner_key = any($6::uuid[])
     group by c.learner_key order by c.learner_key`,
    [
      db.institutionId,
      cohortId,
      courseId,
      items.map((item) => item.id),
      hiddenScopes,
      learnerKeys,
      fieldMark,
      recordMark,
    ],
  );
  return rows.map(({ answers }) =>
    answers.split(recordMark).map((answer) => {
      const mark = answer.indexOf(fieldMark);
      const code = Number(answer.slice(0, mark));
      const item = items[(code >> 4) - 1]!;
      return {
        itemId: item.id,
        item,
        choice: answer.slice(mark + 1),
        confidenceLevel: (code >> 1) & 7,
        fraction: (code & 1) as 0 | 1,
      };
    }),
  );
};
