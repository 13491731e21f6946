import { languageLevels, type EligibilityItem, type LanguageLevel, type Policy } from '@puente/schemas';

/** What is known of an applicant when conditions are looked at. */
export interface ApplicantFacts {
  canTravel: boolean;
  datesFit: boolean;
  under18: boolean;
  english: LanguageLevel | null;
  consent: boolean;
  guardianConsent: boolean;
  /** Lessons, cases and closing form of each course: done, of how many. */
  courses: ReadonlyMap<string, { done: number; of: number }>;
  /** Courses whose sealed form was sat in one of the policy's sittings. */
  sat: ReadonlySet<string>;
}

type Asked = Pick<Policy, 'eligibility' | 'components'>;

/** Each condition of a round and whether it holds now. Before the policy is published, those that every round has. */
export const eligibilityItems = (policy: Asked | null, facts: ApplicantFacts): EligibilityItem[] => {
  const item = (
    name: EligibilityItem['item'],
    met: boolean,
    more: Partial<EligibilityItem> = {},
  ): EligibilityItem => ({ item: name, courseId: null, met, done: null, of: null, ...more });
  return [
    item('consent', facts.consent),
    ...(facts.under18 ? [item('guardian', facts.guardianConsent)] : []),
    item('can_travel', facts.canTravel),
    item('dates', facts.datesFit),
    ...(policy?.eligibility.courses ?? []).map((courseId) => {
      const { done, of } = facts.courses.get(courseId) ?? { done: 0, of: 0 };
      return item('course_completed', of > 0 && done === of, { courseId, done, of });
    }),
    ...(policy?.components ?? []).map(({ courseId }) =>
      item('sitting_taken', facts.sat.has(courseId), { courseId }),
    ),
    ...(policy?.eligibility.english
      ? [item('english', isAtLeast(facts.english, policy.eligibility.english))]
      : []),
  ];
};

const isAtLeast = (level: LanguageLevel | null, least: LanguageLevel): boolean =>
  level !== null && languageLevels.indexOf(level) >= languageLevels.indexOf(least);

/** `sitting_taken:physiology`: a condition as the snapshot writes it. */
export const missingOf = (items: readonly EligibilityItem[]): string[] =>
  items
    .filter(({ met }) => !met)
    .map(({ item, courseId }) => (courseId === null ? item : `${item}:${courseId}`));
