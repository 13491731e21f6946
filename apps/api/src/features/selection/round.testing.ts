import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import {
  attemptLeases,
  attempts,
  consents,
  proctorRecords,
  roundApplications,
  sittingCandidates,
  sittingProctors,
  sittings,
  type InstitutionDatabase,
} from '@puente/database';
import type { PolicyInput } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';
import { addAnswers, addAttempts, optionOf } from '../insights/recorded.testing.ts';

/** Applications as students make them, without the way through their pages. */
export const addApplications = async (
  db: InstitutionDatabase,
  roundId: string,
  learnerKeys: readonly string[],
  at: Date,
  dossierAnswers: string[] = ['Quiero volver y enseñar.', 'Primero el electrocardiograma.'],
): Promise<void> => {
  const { institutionId } = db;
  await db.insert(roundApplications).values(
    learnerKeys.map((learnerKey) => ({
      institutionId,
      roundId,
      learnerKey,
      canTravel: true,
      datesFit: true,
      under18: false,
      english: 'B2' as const,
      dossierAnswers,
      appliedAt: at,
      changedAt: at,
    })),
  );
  await db.insert(consents).values(
    learnerKeys.map((learnerKey) => ({
      institutionId,
      learnerKey,
      roundId,
      purpose: 'selection' as const,
      by: 'self' as const,
      given: true,
      textVersion: 'test',
      at,
    })),
  );
};

/** Everybody sits a form: `rights[i]` of its items right, from the place `from` on, around its end. */
export const sitForm = async (
  db: InstitutionDatabase,
  catalogue: Catalogue,
  sitting: { id: string; formId: string; cohortId: string; opensAt: Date; closesAt: Date },
  learners: readonly { learnerKey: string; right: number; from?: number }[],
): Promise<void> => {
  const form = catalogue.getForm(sitting.formId);
  const attempts = await addAttempts(
    db,
    learners.map(({ learnerKey }) => ({
      learnerKey,
      cohortId: sitting.cohortId,
      kind: 'sitting' as const,
      courseId: form.course,
      sittingId: sitting.id,
      wave: 'selection' as const,
      contentId: form.id,
      items: form.items,
      startedAt: sitting.opensAt,
      closesAt: sitting.closesAt,
      finishedAt: sitting.closesAt,
    })),
  );
  await addAnswers(
    db,
    catalogue,
    attempts.flatMap((attempt, index) => {
      const { right, from = 0 } = learners[index]!;
      return form.items.map((itemId, place) => ({
        attempt,
        itemId,
        answer: optionOf(catalogue, itemId, (place + form.items.length - from) % form.items.length < right),
        sequence: place + 1,
      }));
    }),
  );
};

/** The record of a sitting's room, as a proctor leaves it: who sat where, on which device; whole, or without seats. */
export const keepRecord = async (
  db: InstitutionDatabase,
  sittingId: string,
  proctorId: string,
  whole = true,
): Promise<void> => {
  const { institutionId } = db;
  const of = and(eq(sittings.institutionId, institutionId), eq(sittings.id, sittingId));
  const [sitting] = await db
    .update(sittings)
    .set({ proctored: true, roomSecret: 'test' })
    .where(of)
    .returning({ opensAt: sittings.opensAt, closesAt: sittings.closesAt });
  const { opensAt: startedAt, closesAt: endedAt } = sitting!;
  await db.insert(sittingProctors).values({ institutionId, sittingId, membershipId: proctorId });
  await db.insert(proctorRecords).values({
    institutionId,
    sittingId,
    room: 'Aula 1',
    startedAt,
    endedAt,
    ...(whole && { attestation: 'Sin incidentes.', attestedBy: proctorId, attestedAt: endedAt }),
  });
  const sat = await db
    .select({ id: attempts.id, learnerKey: attempts.learnerKey })
    .from(attempts)
    .where(and(eq(attempts.institutionId, institutionId), eq(attempts.sittingId, sittingId)));
  await db.insert(attemptLeases).values(
    sat.map(({ id }) => ({
      institutionId,
      attemptId: id,
      lease: 1,
      sessionId: randomUUID(),
      device: 'test',
      takenAt: startedAt,
    })),
  );
  await db.insert(sittingCandidates).values(
    sat.map(({ learnerKey }, index) => ({
      institutionId,
      sittingId,
      learnerKey,
      seat: whole ? String(index + 1) : null,
      identityProof: 'dni' as const,
      identityCheckedBy: proctorId,
      identityCheckedAt: startedAt,
    })),
  );
};

/** A policy that stands, over the sittings given. */
export const policyOver = (
  sittings: PolicyInput['sittings'],
  over: Partial<PolicyInput> = {},
): PolicyInput => ({
  seats: 8,
  reserves: 3,
  campusSeats: null,
  sittings,
  components: [
    { measure: 'form_s', courseId: 'physiology', weight: 2 },
    { measure: 'form_s', courseId: 'genetics', weight: 1 },
  ],
  eligibility: { courses: [], english: 'B1' },
  tieBreaks: ['physiology', 'genetics'],
  zone: 'dossiers',
  dossierQuestions: [
    { es: '¿Qué harías al volver?', en: 'What would you do on your return?' },
    { es: '¿Qué harías primero?', en: 'What would you do first?' },
  ],
  draw: { what: 'Sorteo 3,412 de la Tinka', place: 'Canal de la lotería', at: '2026-04-10T20:00:00Z' },
  expectedCandidates: 60,
  claimDays: 5,
  ...over,
});
