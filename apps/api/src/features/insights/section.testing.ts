import { randomUUID } from 'node:crypto';
import { enrolments, learnerLinks, memberships, people, type InstitutionDatabase } from '@puente/database';
import type { Catalogue } from '../../catalogue.ts';
import type { TestApp } from '../../testing.ts';
import {
  addAnswers,
  addAttempts,
  addSitting,
  optionOf,
  type TestAnswer,
  type TestAttempt,
} from './recorded.testing.ts';

const openingAt = new Date('2026-03-02T13:00:00Z');
const openingEnds = new Date('2026-03-09T13:00:00Z');
const closingAt = new Date('2026-03-12T13:00:00Z');
export const closingEnds = new Date('2026-03-12T15:00:00Z');
/** Who stays practises after the closing form, who leaves before it. */
const practiceAt = { stayed: new Date('2026-03-13T13:00:00Z'), left: new Date('2026-03-10T13:00:00Z') };

export interface Section {
  cohortId: string;
  learnerKeys: string[];
  closingSittingId: string;
}

/** Synthetic people, enrolled in a cohort since March. */
export const addStudents = async (
  db: InstitutionDatabase,
  cohortId: string,
  count: number,
): Promise<string[]> => {
  const rows = Array.from({ length: count }, (_, index) => ({
    personId: randomUUID(),
    membershipId: randomUUID(),
    learnerKey: randomUUID(),
    code: `S${cohortId.slice(-4)}${index}`,
  }));
  const { institutionId } = db;
  await db.insert(people).values(
    rows.map(({ personId, code }, index) => ({
      institutionId,
      id: personId,
      givenNames: `Nombre${index}`,
      firstSurname: 'Ñaupa',
      studentCode: code,
      synthetic: true,
    })),
  );
  await db.insert(memberships).values(
    rows.map(({ personId, membershipId }) => ({
      institutionId,
      id: membershipId,
      personId,
      role: 'student' as const,
    })),
  );
  await db
    .insert(learnerLinks)
    .values(rows.map(({ membershipId, learnerKey }) => ({ institutionId, membershipId, learnerKey })));
  await db.insert(enrolments).values(
    rows.map(({ learnerKey }) => ({
      institutionId,
      cohortId,
      learnerKey,
      enrolledAt: new Date('2026-03-01T12:00:00Z'),
    })),
  );
  return rows.map((row) => row.learnerKey);
};

export const openingRight = (index: number): number => 8 + (index % 5);
export const closingRight = (index: number): number => 12 + (index % 5) + (index % 3) - 1;
export const openingLevel = (index: number, place: number): number => (index + place) % 5;
export const misled = 41;

/** `answers` right from the first item on, the rest wrong. */
const formAnswers = (
  catalogue: Catalogue,
  attempt: TestAttempt & { id: string },
  right: number,
  levelAt: (place: number) => number,
): TestAnswer[] =>
  attempt.items.map((itemId, place) => ({
    attempt,
    itemId,
    answer: optionOf(catalogue, itemId, place < right, place % 3),
    level: levelAt(place),
    sequence: place + 1,
  }));

/**
 * A section whose every figure can be told by hand: all take the opening form, all practise, the first `stayed` take
 * the closing form. In practice all is right but one item, on which the first 41 are sure and wrong.
 */
export const addSection = async (
  t: TestApp,
  catalogue: Catalogue,
  { students, stayed, misledItem }: { students: number; stayed: number; misledItem: string },
): Promise<Section> =>
  t.within(t.home, async (db) => {
    const { cohortId } = t.home;
    const learnerKeys = await addStudents(db, cohortId, students);
    const forms = [...catalogue.forms.values()].filter((form) => form.kind === 'gain').slice(0, 2);
    const formIds = forms.map((form) => form.id);
    const opening = await addSitting(db, {
      cohortId,
      wave: 'opening',
      forms: formIds,
      opensAt: openingAt,
      closesAt: openingEnds,
    });
    const closing = await addSitting(db, {
      cohortId,
      wave: 'closing',
      forms: formIds,
      opensAt: closingAt,
      closesAt: closingEnds,
      durationMinutes: 40,
    });
    const sat = (learnerKey: string, index: number, wave: 'opening' | 'closing'): TestAttempt => {
      const form = forms[(index + (wave === 'opening' ? 0 : 1)) % 2]!;
      const startedAt = wave === 'opening' ? openingAt : closingAt;
      return {
        learnerKey,
        cohortId,
        kind: 'sitting',
        sittingId: wave === 'opening' ? opening : closing,
        wave,
        contentId: form.id,
        items: form.items,
        startedAt,
        finishedAt: new Date(startedAt.getTime() + 1_200_000),
      };
    };
    const opened = await addAttempts(
      db,
      learnerKeys.map((key, index) => sat(key, index, 'opening')),
    );
    const closed = await addAttempts(
      db,
      learnerKeys.slice(0, stayed).map((key, index) => sat(key, index, 'closing')),
    );
    const module = catalogue.modules.get('membrane-potential')!;
    // The item that misleads comes last, so that no later answer to its concept is right.
    const items = [...module.practice.map((item) => item.id).filter((id) => id !== misledItem), misledItem];
    const practised = await addAttempts(
      db,
      learnerKeys.map((learnerKey, index) => {
        const startedAt = index < stayed ? practiceAt.stayed : practiceAt.left;
        return {
          learnerKey,
          cohortId,
          kind: 'practice' as const,
          contentId: module.id,
          items,
          startedAt,
          finishedAt: startedAt,
        };
      }),
    );
    await addAnswers(db, catalogue, [
      ...opened.flatMap((attempt, index) =>
        formAnswers(catalogue, attempt, openingRight(index), (place) => openingLevel(index, place)),
      ),
      ...closed.flatMap((attempt, index) => formAnswers(catalogue, attempt, closingRight(index), () => 2)),
      ...practised.flatMap((attempt, index) =>
        items.map((itemId, place) => {
          const right = itemId !== misledItem || index >= misled;
          return {
            attempt,
            itemId,
            answer: optionOf(catalogue, itemId, right),
            level: right ? 2 : 4,
            sequence: place + 1,
          };
        }),
      ),
    ]);
    return { cohortId, learnerKeys, closingSittingId: closing };
  });
