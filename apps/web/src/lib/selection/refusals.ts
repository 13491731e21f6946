import { fail } from '@sveltejs/kit';
import { messages, type Lang } from '#lib/i18n.ts';
import { Problem, type Typed } from '#lib/problem.ts';

const words = messages({
  es: {
    why: 'Escribe por qué: queda en el registro con tu nombre.',
    out_of_order:
      'La convocatoria ya no está en ese paso: alguien la movió. La página muestra ahora dónde está.',
    needs_another_person: 'El primer paso fue tuyo: el segundo lo da otra persona.',
    no_policy: 'Aún no hay política. Escríbela primero.',
    reason_needed:
      'En el ensayo la fiabilidad queda bajo .90: escribe por qué se publica igual, con 40 letras o más.',
    reliability_refused: 'En el ensayo la fiabilidad queda bajo .85: con ella no se elige a nadie. Mide más.',
    rehearsal_impossible: 'Esta política no se puede ensayar. Revisa plazas, candidaturas y formas.',
    sitting_begun:
      'Una sesión ya empezó: la política va antes que los datos. Escríbela sobre sesiones por venir.',
    applications_closed:
      'Las postulaciones cerraron: nadie puede ya responder el expediente ni declarar su inglés. Escribe una política sin ellos.',
    applications_open: 'Las postulaciones siguen abiertas.',
    sitting_open: 'Una sesión aún puede recibir respuestas. Ciérrala y espera las últimas.',
    unproctored:
      'Una sesión elige solo con su registro de supervisión completo. En “Formas selladas” está qué le falta a cada una.',
    answers_not_counted: 'Las últimas respuestas aún se están contando. Intenta en unos segundos.',
    too_few_candidates: 'Hay muy pocas candidaturas: hacen falta al menos dos por plaza.',
    reliability_unknown: 'Las respuestas no distinguen a nadie. Revisa claves y formas.',
    form_changed: 'Una forma cambió después de rendirse. No se puede congelar.',
    key_changed: 'La clave de una pregunta cambió después de rendirse. No se puede congelar.',
    partial_credit: 'Una pregunta da puntaje parcial y esta regla no lo admite.',
    review_unfinished: 'La revisión no ha terminado. Mira lo que falta.',
    draw_already_made: 'El sorteo público ya se leyó: la evidencia se congela antes de que se conozca.',
    outcome_changed:
      'Alguien se retiró después de la propuesta y el resultado ya es otro. Devuélvelo, míralo y propónlo otra vez.',
    names_somebody:
      'El motivo sale en el acta pública y lleva el apellido o el código de estudiante de quien postula. Escríbelo con el código C-….',
    draw_entered: 'El sorteo ya está anotado y no se reemplaza.',
    draw_before_its_hour: 'El sorteo se anunció para más tarde: aún no puede conocerse.',
    invalid_hour: 'Elige ahora o una hora posterior, con 60 días de plazo como máximo.',
    claims_open: 'El plazo de reclamos sigue abierto.',
    claims_unanswered: 'Hay reclamos sin responder.',
    already_read: 'Ya leíste este expediente o declaraste un conflicto.',
    read_enough: 'Este expediente ya tiene las lecturas que necesita.',
    conflict_declared:
      'Declaraste un conflicto de interés con esta candidatura: lo propone y lo decide otra persona.',
    already_decided: 'Ya estaba decidido.',
    already_answered: 'Ya estaba respondido.',
    no_seat_left:
      'Todas las plazas están dadas a mano. Rechaza este cambio o deja fuera a otra persona primero.',
    no_such_code: 'Nadie en esta convocatoria tiene ese código.',
    names_before_approval: 'Los nombres se muestran cuando el resultado está aprobado.',
    invalid: 'Algo falta o no se entiende. Revisa lo que escribiste.',
    other: 'No se hizo. Revisa lo que escribiste e intenta otra vez.',
    which: (forms: string[]) =>
      `${forms.length === 1 ? 'Es la forma' : 'Son las formas'} ${forms.join('; ')}.`,
  },
  en: {
    why: 'Write why: it stands in the log with your name.',
    out_of_order: 'The round is no longer at that step: somebody moved it. The page now shows where it is.',
    needs_another_person: 'The first half was yours: another person does the second.',
    no_policy: 'There is no policy yet. Write it first.',
    reason_needed:
      'In rehearsal the reliability is below .90: write why it is published all the same, in 40 letters or more.',
    reliability_refused: 'In rehearsal the reliability is below .85: nobody is selected by it. Measure more.',
    rehearsal_impossible: 'This policy cannot be rehearsed. Check seats, candidates and forms.',
    sitting_begun: 'A sitting has begun: the policy comes before the data. Write it on sittings to come.',
    applications_closed:
      'Applications closed: nobody can answer a dossier or declare their English any more. Write a policy without them.',
    applications_open: 'Applications are still open.',
    sitting_open: 'A sitting may still receive answers. Close it and wait for the last ones.',
    unproctored:
      'A sitting selects only with its proctor’s record whole. What each lacks is told under “Sealed forms”.',
    answers_not_counted: 'The last answers are still being counted. Try again in a few seconds.',
    too_few_candidates: 'There are too few candidates: at least two for each seat are needed.',
    reliability_unknown: 'The answers tell nobody apart. Check keys and forms.',
    form_changed: 'A form changed after it was sat. It cannot be frozen.',
    key_changed: 'The key of a question changed after it was sat. It cannot be frozen.',
    partial_credit: 'A question gives partial credit, which this rule does not take.',
    review_unfinished: 'The review is not finished. See what is missing.',
    draw_already_made: 'The public draw was read already: evidence is frozen before it can be known.',
    outcome_changed:
      'Somebody withdrew since it was proposed, and the outcome is another one now. Return it, look at it, and propose it again.',
    names_somebody:
      'The reason stands in the public acta and holds the surname or student code of an applicant. Write it with the code C-….',
    draw_entered: 'The draw is entered and is not replaced.',
    draw_before_its_hour: 'The draw was announced for later: it cannot be known yet.',
    invalid_hour: 'Choose now or a later hour, 60 days ahead at most.',
    claims_open: 'Claims are still being taken.',
    claims_unanswered: 'Some claims are not answered.',
    already_read: 'You read this dossier, or declared a conflict.',
    read_enough: 'This dossier has as many readings as it needs.',
    conflict_declared:
      'You declared a conflict of interest about this candidate: another person proposes and decides it.',
    already_decided: 'It was decided already.',
    already_answered: 'It was answered already.',
    no_seat_left: 'All seats are given by hand. Refuse this change, or leave another person out first.',
    no_such_code: 'Nobody in this round has that code.',
    names_before_approval: 'Names are shown once the outcome is approved.',
    invalid: 'Something is missing or cannot be read. Check what you wrote.',
    other: 'Nothing was done. Check what you wrote and try again.',
    which: (forms: string[]) =>
      `${forms.length === 1 ? 'It is form' : 'They are forms'} ${forms.join('; ')}.`,
  },
});

export interface Refused {
  /** Which of the page's forms. */
  form: string;
  message: string;
  /** Which forms it was: the API alone knows. */
  which?: string;
  values: Typed;
}

const ofForms = new Set(['unproctored', 'form_changed', 'key_changed', 'partial_credit']);

/** Something left out: nothing reached the API. */
export const refuseMissing = (field: 'why' | 'invalid', values: Typed, form: string, lang: Lang) =>
  fail<Refused>(400, { form, message: words(lang)[field], values });

/** Why the API refused, in the page's language. */
export const refuseAct = (caught: unknown, values: Typed, form: string, lang: Lang) => {
  if (!(caught instanceof Problem)) throw caught;
  const { status, code, errors = [] } = caught.details;
  const { which, ...sentences } = words(lang);
  const t: Record<string, string> = sentences;
  return fail<Refused>(status === 401 ? 400 : status, {
    form,
    message: t[code] ?? t.other!,
    ...(ofForms.has(code) && errors.length > 0 && { which: which(errors.map(({ field }) => field)) }),
    values,
  });
};
