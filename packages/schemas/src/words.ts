import * as z from 'zod/mini';

/** The enumerations that the database, the API and the pages share. */
export const languages = ['es', 'en'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

export const roles = ['student', 'faculty', 'staff', 'admin'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

export const waves = ['opening', 'closing', 'delayed', 'selection'] as const;
export const Wave = z.enum(waves);
export type Wave = z.infer<typeof Wave>;

export const attemptKinds = ['practice', 'case', 'review', 'sitting'] as const;
export const AttemptKind = z.enum(attemptKinds);
export type AttemptKind = z.infer<typeof AttemptKind>;

/** Where a counted response belongs in the folded counts. */
export const scopes = ['practice', 'case', 'review', ...waves] as const;
export const Scope = z.enum(scopes);
export type Scope = z.infer<typeof Scope>;

export const sittingStates = ['prepared', 'open', 'closed', 'released'] as const;
export const SittingState = z.enum(sittingStates);
export type SittingState = z.infer<typeof SittingState>;

export const zoneNames = ['in', 'review', 'out'] as const;
export const Zone = z.enum(zoneNames);
export type Zone = z.infer<typeof Zone>;

/** The probability that each confidence level means; level 0 means the item's guess probability. */
export const confidenceProbabilities = [null, 0.5, 0.7, 0.85, 0.97] as const;
export type ConfidenceLevel = 0 | 1 | 2 | 3 | 4;
/** Wrong at this level or above is an espejismo. */
export const sureLevel = 3;

export const Id = z.uuid();
/** An id that authors write: course, module, lesson, item, concept, objective. */
export const ContentId = z.string().check(z.regex(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,99}$/));
export const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export const Instant = z.iso.datetime({ offset: true });
export const LocalizedText = z.object({ es: z.string(), en: z.string() });
export type LocalizedText = z.infer<typeof LocalizedText>;

// What a database or a spreadsheet cannot hold: control characters and halves of a character.
export const storable = z.regex(
  /^[^\u0000-\u0008\u000e-\u001f\ud800-\udfff]*$/u,
  'Contains a character that cannot be stored.',
);
export const text = (maximum: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(maximum), storable);
export const Empty = z.object({});
