import { gainBeyondComparison, knowledgeGain, minimums, type KnowledgeGain } from '@puente/measurement';
import type { InstitutionDatabase } from '@puente/database';
import type { Gain } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';
import { answered } from './analyse-sitting.ts';
import { listWaveRecords, type TakenForm, type WaveRecords } from './list-wave-records.ts';
import { balancedPairs, matchedPairs, type WaveRecord } from './wave-gain.ts';

/** The gain beside that of the cohort which took the forms without the course, where the lot drew one. */
export const comparedGain = async (
  db: InstitutionDatabase,
  cohortId: string,
  courseId: string,
  records: WaveRecords,
  context: { catalogue: Catalogue; now: Date },
): Promise<Gain['comparison']> => {
  const { rows } = await db.$client.query<{ id: string; name: string; term: string }>(
    `select c.id, c.name, c.term from cohorts c
     join cohort_courses t on t.institution_id = c.institution_id and t.cohort_id = c.id
     where c.institution_id = $1 and c.comparison_for = $2 and t.course_id = $3 order by c.created_at, c.id limit 1`,
    [db.institutionId, cohortId, courseId],
  );
  const [cohort] = rows;
  if (!cohort) return null;
  const others = await listWaveRecords(db, cohort, courseId, context);
  return { cohortName: cohort.name, ...compareGains(records, others) };
};

type Waves = Record<'opening' | 'closing', readonly WaveRecord[]>;

/** Pure. */
export const compareGains = (
  course: Waves,
  comparison: Waves,
): Omit<NonNullable<Gain['comparison']>, 'cohortName'> => {
  const pairsOf = ({ opening, closing }: Waves) => balancedPairs(matchedPairs(opening, closing));
  const others = pairsOf(comparison);
  const theirs = gainOf(others);
  const ours = gainOf(pairsOf(course));
  const effect = ours && theirs && answered(() => gainBeyondComparison(ours, theirs));
  return {
    pairs: others.length,
    gain: theirs && { value: theirs.gain, interval: theirs.interval },
    effect: effect && { value: effect.effect, interval: effect.interval },
  };
};

const gainOf = (pairs: ReturnType<typeof balancedPairs<TakenForm | WaveRecord>>): KnowledgeGain | null =>
  pairs.length < minimums.gainPairs
    ? null
    : answered(() =>
        knowledgeGain(
          pairs.map(({ order, opening, closing }) => ({ order, pre: opening.score, post: closing.score })),
        ),
      );
