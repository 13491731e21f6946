import { fail } from '@sveltejs/kit';
import type { Lang } from '#lib/i18n.ts';
import { Problem, type Typed } from '#lib/problem.ts';
import { decisionWords } from './decision-words.ts';

type Form = 'freeze' | 'publish' | 'names';

export interface Refused {
  form: Form;
  message: string;
  /** Which item or form it was: the API alone knows. */
  which?: string;
  values: Typed;
}

/** A box left unticked, or a reason left out: nothing reached the API. */
export const refuseUnconfirmed = (field: 'confirm' | 'why', values: Typed, form: Form, lang: Lang) =>
  fail<Refused>(400, { form, message: decisionWords(lang).refused[field], values });

/** Why the API refused, in the page's language. */
export const refuseInWords = (caught: unknown, values: Typed, form: Form, lang: Lang) => {
  if (!(caught instanceof Problem)) throw caught;
  const { status, code, title, errors = [] } = caught.details;
  const t: Record<string, string> = decisionWords(lang).refused;
  return fail<Refused>(status === 401 ? 400 : status, {
    form,
    message: t[code] ?? t.other ?? title,
    ...(code.endsWith('_changed') &&
      errors.length > 0 && { which: errors.map(({ field }) => field).join('; ') }),
    values,
  });
};
