import { hash } from 'node:crypto';
import type { ResponseInput } from '@puente/schemas';

/**
 * A response as canonical JSON (RFC 8785) and its SHA-256. The keys stand here in their canonical order, since sorting
 * them anew for each answer costs as much as recording it; whoever adds a field finds its place by the compiler and a test.
 */
export const payloadOf = (response: ResponseInput): { payload: string; payloadHash: string } => {
  const payload = JSON.stringify({
    answer: response.answer,
    appVersion: response.appVersion,
    attemptId: response.attemptId,
    clockOffsetMs: response.clockOffsetMs,
    confidence: response.confidence,
    confidenceLevel: response.confidenceLevel,
    contentHash: response.contentHash,
    deviceSequence: response.deviceSequence,
    elapsedMs: response.elapsedMs,
    exposure: response.exposure,
    id: response.id,
    itemId: response.itemId,
    language: response.language,
    lease: response.lease,
    optionOrder: response.optionOrder,
    origin: response.origin,
    position: response.position,
    schemaVersion: response.schemaVersion,
    shownMs: response.shownMs,
    wallTime: response.wallTime,
  } satisfies Required<ResponseInput>);
  return { payload, payloadHash: hash('sha256', payload, 'hex') };
};
