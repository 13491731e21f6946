import type { AnswerFile } from '@puente/schemas';
import type { KeptAnswer } from './outbox-store.ts';

const most = 2000;

/** "Guardar copia en archivo": what has no receipt, and what was refused, as staff can upload it. */
export const answerFiles = (
  account: string,
  answers: readonly KeptAnswer[],
  savedAt: Date,
): { name: string; text: string }[] => {
  const kept = answers.filter(({ state }) => state === 'waiting' || state === 'refused');
  const parts = Array.from({ length: Math.ceil(kept.length / most) }, (_, part) =>
    kept.slice(part * most, (part + 1) * most),
  );
  return parts.map((part, index) => {
    const file: AnswerFile = {
      format: 'puente/answers',
      schemaVersion: 1,
      savedAt: savedAt.toISOString(),
      membershipId: account,
      responses: part.map(({ response }) => response),
    };
    const number = parts.length > 1 ? `-${index + 1}` : '';
    return {
      name: `puente-respuestas-${savedAt.toISOString().slice(0, 16).replace(':', '')}${number}.json`,
      text: JSON.stringify(file, null, 2),
    };
  });
};
