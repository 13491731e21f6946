import { fail } from '@sveltejs/kit';
import type { Problem as ProblemDetails } from '@puente/schemas';

/** A refusal that the person can mend: a wrong field, a conflict, too many tries. */
export class Problem extends Error {
  readonly details: ProblemDetails;

  constructor(details: ProblemDetails) {
    super(details.title);
    this.name = 'Problem';
    this.details = details;
  }
}

/** What a form gets back: why it was refused, field by field, and what was typed. */
export interface Refusal {
  status: number;
  code: string;
  message: string;
  errors: Record<string, string>;
  values: Record<string, string>;
  /** Which of a page's forms it was, where there are several. */
  form: string;
}

export type Typed = Record<string, string>;

/** Of a control with several values the last; read those from the form itself. */
export const readForm = async (sent: Request | FormData): Promise<Typed> => {
  const typed: Typed = {};
  for (const [name, value] of sent instanceof FormData ? sent : await sent.formData()) {
    if (typeof value === 'string') typed[name] = value.trim();
  }
  return typed;
};

/** Turns a Problem into `fail(…)`; whatever else was caught goes on to the error page. */
export const refuse = (caught: unknown, typed: Typed, form = 'default') => {
  if (!(caught instanceof Problem)) throw caught;
  const { status, code, title, detail, errors = [] } = caught.details;
  const values = Object.fromEntries(
    Object.entries(typed).filter(([name]) => name !== 'code' && !/password/i.test(name)),
  );
  // 401 is a claim about the page, which is open to all; `Refusal.status` keeps what was answered.
  return fail<Refusal>(status === 401 ? 400 : status, {
    status,
    code,
    message: detail ?? title,
    errors: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
    values,
    form,
  });
};

/** Refuses what never reached the API: each field at fault with a word for why. */
export const refuseFields = (errors: Record<string, string>, typed: Typed, form = 'default') =>
  refuse(
    new Problem({
      type: 'about:blank',
      title: 'Invalid',
      status: 400,
      code: 'invalid',
      errors: Object.entries(errors).map(([field, message]) => ({ field, message })),
    }),
    typed,
    form,
  );
