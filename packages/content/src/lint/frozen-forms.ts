import type { Rule } from './scope.ts';

/** What has been asked stays as it was asked: a changed item retires under a new id. */
export const frozenForms: Rule = (scope) => {
  const items = new Map(scope.course.assessment.items.map((item) => [item.id, item]));
  return scope.course.assessment.forms.flatMap((form) => {
    if (!form.frozen) return [];
    return form.items.flatMap((id) => {
      const item = items.get(id);
      const hash = form.hashes?.[id];
      if (!item || hash === item.contentHash) return [];
      return scope.report(form, form.hashes && hash ? ['hashes', id] : ['hashes'], {
        code: hash ? 'frozen-item-changed' : 'frozen-without-hash',
        message: hash
          ? `"${id}" has changed since ${form.id} was used`
          : `${form.id} is frozen and has no hash of "${id}"`,
        fix: hash
          ? `restore the item as it was, and write the new wording under a new id`
          : `add ${id}: ${item.contentHash}`,
      });
    });
  });
};
