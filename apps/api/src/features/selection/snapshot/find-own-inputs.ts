import type { InstitutionDatabase } from '@puente/database';
import type { OwnRound, Policy } from '@puente/schemas';

/** More than the part of one candidate may take: twenty forms of hundreds of items. */
const longest = 20_000;

/**
 * What the frozen file itself says of one learner. Cut out of its text, since the file of a large round is too long to
 * be read whole for each who asks; its canonical order puts `sat` or `missing` behind the key.
 */
export const findOwnInputs = async (
  db: InstitutionDatabase,
  roundId: string,
  learnerKey: string,
  policy: Policy,
): Promise<OwnRound['ownInputs']> => {
  const { rows } = await db.$client.query<{ part: string }>(
    `select substr(file, strpos(file, $3), $4) as part from round_snapshots
     where institution_id = $1 and round_id = $2 and strpos(file, $3) > 0`,
    [db.institutionId, roundId, `"learnerKey":"${learnerKey}"`, longest],
  );
  const [, name, list] = /^"learnerKey":"[^"]+","(missing|sat)":(\[[^\]]*\])/.exec(rows[0]?.part ?? '') ?? [];
  if (!list) return null;
  if (name === 'missing') return { counted: false, missing: JSON.parse(list) as string[], sat: [] };
  return {
    counted: true,
    missing: [],
    sat: (JSON.parse(list) as { formId: string; credits: string }[]).map(({ formId, credits }) => ({
      courseId: policy.sittings.find((sitting) => sitting.formId === formId)!.courseId,
      formId,
      answered: credits.replaceAll('-', '').length,
      items: credits.length,
    })),
  };
};
