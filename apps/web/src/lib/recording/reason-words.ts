import { messages } from '#lib/i18n.ts';
import type { SettledReason } from './recorder.svelte.ts';

/** Why an answer that arrived does not count, or was not taken. Read seldom, fetched then. */
export const reasonWords = messages({
  es: {
    late: 'Respondida después de la hora de cierre, o llegó cuando ya no podía contar.',
    time_disputed: 'Los relojes del teléfono no coinciden. Decide quien supervisa la sesión.',
    lease_lost: 'Respondida aquí después de que seguiste en otro aparato.',
    attempt_finished: 'Respondida después de terminar.',
    item_unknown: 'La pregunta no es parte de este intento.',
    content_unknown: 'La pregunta cambió: recarga la página.',
    option_unknown: 'La opción ya no existe: recarga la página.',
    confidence_mismatch: 'La confianza no coincide: recarga la página.',
    malformed: 'Llegó incompleta.',
    attempt_unknown: 'Ese intento no es de tu cuenta.',
    id_reused: 'Ya había otra respuesta con el mismo número.',
  } satisfies Record<SettledReason, string>,
  en: {
    late: 'Given after the closing time, or it arrived when it could no longer count.',
    time_disputed: 'The clocks of the phone do not agree. Whoever supervises the sitting decides.',
    lease_lost: 'Given here after you went on on another device.',
    attempt_finished: 'Given after the end.',
    item_unknown: 'The question is not part of this attempt.',
    content_unknown: 'The question has changed: reload the page.',
    option_unknown: 'The option no longer exists: reload the page.',
    confidence_mismatch: 'The confidence does not match: reload the page.',
    malformed: 'It arrived incomplete.',
    attempt_unknown: 'That attempt is not of your account.',
    id_reused: 'There was another answer with the same number.',
  },
});
