import type { Receipt } from '@puente/schemas';
import { messages } from '#lib/i18n.ts';

type Reason = NonNullable<Receipt['reason']>;

export const words = messages({
  es: {
    sending: 'Enviando…',
    saved: '✓ Guardado',
    waiting: (n: number) => (n === 1 ? '1 por enviar' : `${n} por enviar`),
    refusedCount: (n: number) => (n === 1 ? '1 no recibida' : `${n} no recibidas`),
    place: { phone: 'este teléfono', page: 'esta página' },
    unsent: {
      'no-signal': (place: string) => `Sin señal: guardado en ${place}. Puedes seguir; se envía solo.`,
      'signed-out': (place: string) =>
        `Tu sesión terminó: guardado en ${place}. Ingresa en otra pestaña y vuelve aquí.`,
      busy: (place: string) => `Puente no responde ahora: guardado en ${place}. Se envía solo.`,
    },
    retry: 'Enviar ahora',
    signIn: 'Ingresar en otra pestaña',
    keepOpen: 'No cierres esta página.',
    refused: (position: number) => `La respuesta a la pregunta ${position} no fue recibida`,
    refusedKept: 'Sigue aquí, a la vista. Guarda una copia y muéstrala a tu docente.',
    save: 'Guardar copia en archivo',
    file: 'respuestas-no-recibidas.json',
    reasons: {
      malformed: 'Llegó incompleta.',
      attempt_unknown: 'Ese intento no es de tu cuenta.',
      attempt_finished: 'El intento ya había terminado.',
      late: 'Llegó después de la hora de cierre.',
      lease_lost: 'El intento siguió en otro aparato.',
      item_unknown: 'La pregunta no es parte de este intento.',
      content_unknown: 'La pregunta cambió: recarga la página.',
      option_unknown: 'La opción ya no existe: recarga la página.',
      confidence_mismatch: 'La confianza no coincide: recarga la página.',
      id_reused: 'Ya había otra respuesta con el mismo número.',
    } as Record<Reason, string>,
    leave: 'Hay respuestas que todavía no se enviaron. Si sales, se pierden. ¿Salir?',
  },
  en: {
    sending: 'Sending…',
    saved: '✓ Saved',
    waiting: (n: number) => `${n} to send`,
    refusedCount: (n: number) => `${n} not received`,
    place: { phone: 'this phone', page: 'this page' },
    unsent: {
      'no-signal': (place: string) => `No signal: kept on ${place}. You may go on; it is sent by itself.`,
      'signed-out': (place: string) =>
        `Your session has ended: kept on ${place}. Sign in in another tab and come back here.`,
      busy: (place: string) => `Puente is not answering now: kept on ${place}. It is sent by itself.`,
    },
    retry: 'Send now',
    signIn: 'Sign in in another tab',
    keepOpen: 'Do not close this page.',
    refused: (position: number) => `The answer to question ${position} was not received`,
    refusedKept: 'It stays here, in sight. Save a copy and show it to your teacher.',
    save: 'Save a copy to a file',
    file: 'answers-not-received.json',
    reasons: {
      malformed: 'It arrived incomplete.',
      attempt_unknown: 'That attempt is not of your account.',
      attempt_finished: 'The attempt had already ended.',
      late: 'It arrived after the closing time.',
      lease_lost: 'The attempt went on on another device.',
      item_unknown: 'The question is not part of this attempt.',
      content_unknown: 'The question has changed: reload the page.',
      option_unknown: 'The option no longer exists: reload the page.',
      confidence_mismatch: 'The confidence does not match: reload the page.',
      id_reused: 'There was another answer with the same number.',
    } as Record<Reason, string>,
    leave: 'Some answers have not been sent yet. If you leave, they are lost. Leave?',
  },
});
