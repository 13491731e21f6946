import type { AttemptKind } from '@puente/schemas';

interface Candidate {
  id: string;
  lease: number;
  deviceSequence: number;
  receivedAt: Date;
}

const bySequence = (a: Candidate, b: Candidate): number =>
  a.deviceSequence - b.deviceSequence ||
  a.receivedAt.getTime() - b.receivedAt.getTime() ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Which of the responses to one item of one attempt counts: in practice and cases the first, since feedback follows
 * it; in a sitting the last. The device's own sequence decides, since answers may arrive in any order.
 */
export const countedResponse = <Response extends Candidate>(
  kind: AttemptKind,
  responses: readonly Response[],
): Response | undefined => {
  const order =
    kind === 'sitting' ? (a: Candidate, b: Candidate) => b.lease - a.lease || bySequence(b, a) : bySequence;
  return responses.reduce<Response | undefined>(
    (best, next) => (best && order(best, next) <= 0 ? best : next),
    undefined,
  );
};
