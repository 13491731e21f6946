import type { PolicyInput, refusedMeasures, RoundSitting } from '@puente/schemas';
import type { FieldError } from '../../../errors.ts';
import { lastArrival } from '../../attempts/admit-response.ts';

interface Facts {
  /** Every sitting of a sealed form. */
  sittings: readonly RoundSitting[];
  courseIds: readonly string[];
  campusIds: readonly string[];
  applicationsCloseAt: Date;
}

const never = 'Confidence, practice, speed, hours and gain never count toward a rank:';
/** Why each of them may not select anybody. */
const reasons: Record<(typeof refusedMeasures)[number], string> = {
  confidence: `${never} nobody may lose by telling the truth about how sure they are, and honest confidence is worth more than any use of it.`,
  practice: `${never} the device of a student holds the keys of practice, so that it can be forged; it counts toward eligibility at most.`,
  speed: `${never} speed measures the connection and the phone as much as the person.`,
  hours: `${never} hours reward who has time, and are easily made.`,
  gain: `${never} ranking by gain pays people to fail the first form, and the difference of two good tests has half their reliability. Select by level, on form S.`,
};

/** The measures that a policy may not use, each with its reason. */
export const refusedComponents = ({ components }: Pick<PolicyInput, 'components'>): FieldError[] =>
  components.flatMap(({ measure }, index) =>
    measure === 'form_s' ? [] : [{ field: `components.${index}.measure`, message: reasons[measure] }],
  );

/** A sealed form is sat in one window; so that it stays sealed, all of them in two at most. */
const mostWindows = 2;

/** The windows of sittings: those that overlap are one. */
const windowsOf = (sittings: readonly RoundSitting[]): { opensAt: string; closesAt: string }[] => {
  const windows: { opensAt: string; closesAt: string }[] = [];
  for (const { opensAt, closesAt } of sittings.toSorted((a, b) => (a.opensAt < b.opensAt ? -1 : 1))) {
    const last = windows.at(-1);
    if (!last || opensAt > last.closesAt) windows.push({ opensAt, closesAt });
    else if (closesAt > last.closesAt) last.closesAt = closesAt;
  }
  return windows;
};

/** What else keeps a policy from being one: every fault, with its field and what would mend it. */
export const policyFaults = (policy: PolicyInput, facts: Facts): FieldError[] => {
  const errors: FieldError[] = [];
  const fault = (holds: boolean, field: string, message: string): void => {
    if (holds) errors.push({ field, message });
  };
  const twice = (values: readonly string[], index: number): boolean => values.indexOf(values[index]!) < index;

  const courses = policy.components.map(({ courseId }) => courseId);
  courses.forEach((courseId, index) => {
    const field = `components.${index}.courseId`;
    fault(!facts.courseIds.includes(courseId), field, 'There is no such course.');
    fault(twice(courses, index), field, 'This course stands here already; give it one weight.');
  });

  const sittingIds = policy.sittings.map(({ sittingId }) => sittingId);
  const mainForm = new Map<string, string>();
  const sittingAt = (index: number) => facts.sittings.find(({ id }) => id === sittingIds[index]);
  policy.sittings.forEach(({ makeUp }, index) => {
    const sitting = sittingAt(index);
    if (sitting && !makeUp && !mainForm.has(sitting.courseId))
      mainForm.set(sitting.courseId, sitting.forms[0]!);
  });
  policy.sittings.forEach(({ makeUp }, index) => {
    const field = `sittings.${index}.sittingId`;
    const sitting = sittingAt(index);
    if (!sitting) {
      fault(true, field, 'Not a sitting of a sealed form. Choose from GET /api/rounds.');
      return;
    }
    const main = mainForm.get(sitting.courseId);
    const form = sitting.forms[0];
    fault(twice(sittingIds, index), field, 'This sitting stands here already.');
    fault(!courses.includes(sitting.courseId), field, 'Its course has no weight. Add it to the components.');
    fault(sitting.forms.length !== 1, field, 'A sitting that selects has one form, the same for all.');
    fault(
      sitting.state !== 'prepared' || sitting.started > 0,
      field,
      'It has begun: the policy is written before the data.',
    );
    fault(!makeUp && form !== main, field, `Everybody sits the same form: the others sit ${main}.`);
    fault(
      makeUp && form === main,
      field,
      'A make-up needs another sealed form: this one has been seen by then.',
    );
  });
  const mains = policy.sittings.flatMap(({ makeUp }, index) => {
    const sitting = sittingAt(index);
    return sitting && !makeUp ? [sitting] : [];
  });
  const windows = windowsOf(mains);
  const windowOf = (sitting: RoundSitting) =>
    windows.findIndex(({ opensAt, closesAt }) => sitting.opensAt >= opensAt && sitting.opensAt <= closesAt);
  policy.sittings.forEach(({ makeUp }, index) => {
    const field = `sittings.${index}.sittingId`;
    const sitting = sittingAt(index);
    if (!sitting) return;
    const ofCourse = mains.filter(({ courseId }) => courseId === sitting.courseId);
    if (makeUp) {
      fault(
        ofCourse.some(({ closesAt }) => sitting.opensAt < closesAt),
        field,
        'A make-up is for who missed the form: it opens once the others have closed.',
      );
      return;
    }
    fault(
      windowOf(sitting) >= mostWindows,
      field,
      'Sealed forms are sat in one or two windows, and this would be one more. Let its hours overlap with others.',
    );
    fault(
      ofCourse.some((other) => windowOf(other) < windowOf(sitting)),
      field,
      'Others sit the same form in an earlier window, and would know it. Let their hours overlap.',
    );
  });
  courses.forEach((courseId, index) =>
    fault(!mainForm.has(courseId), `components.${index}.courseId`, 'No sitting measures it. Add one.'),
  );

  policy.tieBreaks.forEach((courseId, index) => {
    const field = `tieBreaks.${index}`;
    fault(!courses.includes(courseId), field, 'Ties are broken by courses that are measured.');
    fault(twice(policy.tieBreaks, index), field, 'This course stands here already.');
  });
  policy.eligibility.courses.forEach((courseId, index) =>
    fault(!facts.courseIds.includes(courseId), `eligibility.courses.${index}`, 'There is no such course.'),
  );

  if (policy.campusSeats) {
    const campuses = policy.campusSeats.map(({ campusId }) => campusId);
    campuses.forEach((campusId, index) => {
      const field = `campusSeats.${index}.campusId`;
      fault(!facts.campusIds.includes(campusId), field, 'There is no such campus.');
      fault(twice(campuses, index), field, 'This campus stands here already.');
    });
    const sum = policy.campusSeats.reduce((total, { seats }) => total + seats, 0);
    fault(sum !== policy.seats, 'campusSeats', `They add up to ${sum}, and there are ${policy.seats} seats.`);
  }
  const questions = policy.zone === 'dossiers' ? 2 : 0;
  fault(
    policy.dossierQuestions.length !== questions,
    'dossierQuestions',
    questions === 2 ? 'A dossier has two questions.' : 'Only dossiers have questions.',
  );
  fault(
    policy.expectedCandidates <= policy.seats,
    'expectedCandidates',
    'With no more candidates than seats there is nothing to select.',
  );
  const freezable = Math.max(
    facts.applicationsCloseAt.getTime(),
    ...sittingIds.flatMap((_, index) => {
      const sitting = sittingAt(index);
      return sitting ? [lastArrival(new Date(sitting.closesAt), sitting.lateHours)] : [];
    }),
  );
  fault(
    new Date(policy.draw.at).getTime() <= freezable,
    'draw.at',
    `The public draw is made after the evidence is frozen, which cannot be before ${new Date(freezable).toISOString()}: applications closed, and the last answer of every sitting in.`,
  );
  return errors;
};
