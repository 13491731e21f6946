import type { PolicyInput, RoundPage } from '@puente/schemas';
import { rankRounds } from '../features/selection/snapshot/rank-rounds.ts';
import { eachOf } from './lanes.ts';
import { call, type Caller, type Player, type Stage } from './play.ts';
import { days, type Term } from './term.ts';

interface Office {
  institutionId: string;
  staff: Caller;
  otherStaff: Caller;
}

const lanes = 10;
const why =
  'Demostración con personas sintéticas y una sola forma de claves públicas: nadie viaja por esta convocatoria.';

const act = (stage: Stage, who: Caller, roundId: string, name: string, at: Date) =>
  call<RoundPage>(stage, who, {
    at,
    method: 'POST',
    url: `/api/rounds/${roundId}/acts`,
    payload: { act: name, why },
  });

/** The round that waits for its readers, and a small one that was decided by score and has its results out. */
type Kind = 'dossiers' | 'score';

const policyOver = (
  kind: Kind,
  sittingId: string,
  courseId: string,
  students: number,
  term: Term,
): PolicyInput => ({
  seats: Math.min(kind === 'dossiers' ? 20 : 12, Math.floor(students / 5)),
  reserves: 5,
  campusSeats: null,
  sittings: [{ sittingId, makeUp: false }],
  components: [{ measure: 'form_s', courseId, weight: 1 }],
  eligibility: { courses: [], english: null },
  tieBreaks: [],
  zone: kind,
  dossierQuestions:
    kind === 'dossiers'
      ? [
          { es: '¿Qué harás en tu sede al volver?', en: 'What will you do on your campus when you return?' },
          {
            es: 'Cuenta una decisión de un caso que hoy tomarías de otra forma.',
            en: 'Tell of a decision in a case that you would take otherwise today.',
          },
        ]
      : [],
  draw: {
    what: 'Las seis bolillas del sorteo de la lotería del domingo, en el orden en que salen',
    place: 'Transmisión pública de la lotería nacional',
    at: term.at(days.snapshot, 20).toISOString(),
  },
  expectedCandidates: students,
  claimDays: kind === 'dossiers' ? 5 : 14,
});

/** A round under selection/v1 whose policy two people publish before the form is sat, and to which students apply. */
export const openConvocatoria = async (
  stage: Stage,
  { staff, otherStaff }: Office,
  players: readonly Player[],
  sittingId: string,
  term: Term,
  kind: Kind,
): Promise<string> => {
  // The newest round stands first.
  const at = (hour: number) => term.at(days.selectionPrepared, hour, kind === 'dossiers' ? 30 : 0);
  const { round } = await call<RoundPage>(stage, staff, {
    at: at(12),
    method: 'POST',
    url: '/api/rounds',
    payload: {
      name: kind === 'dossiers' ? `Convocatoria Boston ${term.code}` : `Convocatoria Lima ${term.code}`,
      applicationsOpenAt: at(13).toISOString(),
      applicationsCloseAt: term.at(days.selection, 8).toISOString(),
      travelFrom: term.date(days.present + 60),
      travelTo: term.date(days.present + 73),
    },
  });
  await call(stage, staff, {
    at: at(14),
    method: 'PUT',
    url: `/api/rounds/${round.id}/policy`,
    payload: policyOver(kind, sittingId, stage.module.courseId, players.length, term),
  });
  await act(stage, staff, round.id, 'rehearse', at(15));
  await act(stage, staff, round.id, 'propose_policy', at(16));
  await act(stage, otherStaff, round.id, 'publish_policy', at(17));
  await eachOf([...players], lanes, async (player) => {
    const number = Number(player.student.code.replaceAll(/\D/g, '').slice(-3));
    await call(stage, player, {
      at: term.at(days.selectionPrepared + 1 + (number % 14), 18, number % 60),
      method: 'PUT',
      url: `/api/own-rounds/${round.id}/application`,
      payload: {
        canTravel: true,
        datesFit: kind === 'score' || number % 25 !== 3,
        under18: false,
        english: (['A2', 'B1', 'B2'] as const)[number % 3],
        consents: { selection: true, transfer: number % 4 !== 0 },
        dossierAnswers:
          kind === 'dossiers'
            ? [
                'Quiero repasar con mi sección los casos que más nos engañan y armar un taller corto de electrolitos.',
                'Pediría el electrocardiograma antes que la nueva muestra: el potasio alto no espera al laboratorio.',
              ]
            : [],
      },
    });
  });
  return round.id;
};

/** Freezes it and ranks it: from here it waits for its readers. */
export const freezeConvocatoria = async (
  stage: Stage,
  { institutionId, staff }: Office,
  roundId: string,
  term: Term,
): Promise<void> => {
  await act(stage, staff, roundId, 'freeze', term.at(days.snapshot, 11));
  await rankRounds(stage.app.db, institutionId, () => term.at(days.snapshot, 12));
};

/** Decides it by score and gives every candidate their result at one hour; claims are still taken. */
export const concludeConvocatoria = async (
  stage: Stage,
  { staff, otherStaff }: Office,
  roundId: string,
  term: Term,
): Promise<void> => {
  await call(stage, staff, {
    at: term.at(days.snapshot, 21),
    method: 'POST',
    url: `/api/rounds/${roundId}/draw`,
    payload: { numbers: '07 12 19 26 33 41', why: 'Leído en la transmisión pública.' },
  });
  await act(stage, staff, roundId, 'propose_outcome', term.at(days.published, 9));
  await act(stage, otherStaff, roundId, 'approve_outcome', term.at(days.published, 9, 30));
  await call(stage, staff, {
    at: term.at(days.published, 9, 45),
    method: 'POST',
    url: `/api/rounds/${roundId}/results`,
    payload: { at: term.at(days.published, 10).toISOString(), why },
  });
};
