import type { Wave } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';
import { exposureOf, type FormUse } from './list-form-uses.ts';

type Form = Catalogue['courses'][number]['assessment']['forms'][number];
export type FormProblem = 'none' | 'unseen' | 'rests' | 'retired';

interface Choice {
  /** Of the course, in the order of its file. */
  forms: readonly Form[];
  catalogue: Pick<Catalogue, 'items' | 'forms'>;
  wave: Wave;
  uses: readonly FormUse[];
  /** What the cohort's sittings of the course give. */
  given: readonly { wave: Wave; forms: readonly string[] }[];
  /** Somebody said why forms that rest must be used. */
  reuse: boolean;
  now: Date;
}

/**
 * The forms of a sitting: two that stand against each other for a gain, one sealed form for selection, and later one
 * that the cohort has not seen. Only forms that span the most modules. Pure.
 */
export const chooseForms = ({
  forms,
  catalogue,
  wave,
  uses,
  given,
  reuse,
  now,
}: Choice): { forms: string[] } | { problem: FormProblem; forms: string[] } => {
  const ofKind = forms.filter((form) => form.kind === (wave === 'selection' ? 'sealed' : 'gain'));
  const widest = Math.max(0, ...ofKind.map((form) => form.modules.length));
  const all = ofKind.filter((form) => form.modules.length === widest);
  const names = (some: readonly Form[]) => some.map((form) => form.id);
  if (all.length === 0) return { problem: 'none', forms: [] };
  const is = (state: string) => (form: Form) =>
    form.items.some((item) => exposureOf(item, uses, catalogue, now).state === state);

  if (wave === 'selection') {
    const fresh = all.filter((form) => !is('retired')(form));
    return fresh.length > 0 ? { forms: names(fresh).slice(0, 1) } : { problem: 'retired', forms: names(all) };
  }
  const given_ = new Set(given.filter((sitting) => sitting.wave !== 'selection').flatMap((one) => one.forms));
  if (wave === 'closing') {
    // Who met A first meets B last: the closing sitting gives what the opening one gave.
    const opened = given.find((sitting) => sitting.wave === 'opening');
    if (opened) return { forms: [...opened.forms] };
  }
  const free = wave === 'delayed' ? all.filter((form) => !given_.has(form.id)) : all;
  if (free.length === 0) return { problem: 'unseen', forms: [...given_].sort() };
  const rested = free.filter((form) => !is('rests')(form));
  const wanted = Math.min(2, free.length);
  // Anchors rest with the forms that show them, so of a pair both do or neither.
  if (rested.length >= wanted || (wave === 'delayed' && rested.length > 0)) {
    return { forms: names(rested).slice(0, 2) };
  }
  return reuse ? { forms: names(free).slice(0, 2) } : { problem: 'rests', forms: names(free) };
};
