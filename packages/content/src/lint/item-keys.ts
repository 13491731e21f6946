import type { Problem } from '../problem.ts';
import { everyItem } from './questions.ts';
import type { Rule, Scope } from './scope.ts';
import type { Item } from '../content.ts';

/** Exactly one key where one is meant, and a named error behind every other option. */
export const itemKeys: Rule = (scope) => everyItem(scope).flatMap((item) => keysOf(scope, item));

function keysOf(scope: Scope, item: Item): Problem[] {
  if (!('options' in item)) return [];
  const ids = item.options.map((option) => option.id);
  const keys = typeof item.key === 'string' ? [item.key] : item.key;
  const strangers = keys.flatMap((key, index) => {
    if (ids.includes(key)) return [];
    return scope.report(item, typeof item.key === 'string' ? ['key'] : ['key', index], {
      code: 'key-not-an-option',
      message: `The key "${key}" is none of the options`,
      fix: `write the id of the right option: ${ids.join(', ')}`,
    });
  });
  if (item.kind === 'ordering') {
    const missing = ids.filter((id) => !keys.includes(id));
    if (missing.length > 0 || new Set(keys).size !== keys.length) {
      return [
        ...strangers,
        scope.report(item, ['key'], {
          code: 'key-not-an-order',
          message: 'The key of an ordering names every option once',
          fix: `name each once: ${ids.join(', ')}`,
        }),
      ];
    }
    return strangers;
  }
  return [...strangers, ...misconceptions(scope, item, keys)];
}

function misconceptions(
  scope: Scope,
  item: Exclude<Item, { kind: 'numeric' | 'challenge' }>,
  keys: string[],
): Problem[] {
  if (!item.options.some((option) => keys.includes(option.id))) return [];
  return item.options.flatMap((option, index) => {
    const right = keys.includes(option.id);
    if (!right && !option.misconception) {
      return scope.report(item, ['options', index, 'misconception'], {
        code: 'missing-misconception',
        message: 'A wrong option names the error behind it',
        fix: 'add misconception: with an id such as potassium-high-hyperpolarises',
      });
    }
    if (right && option.misconception) {
      return scope.report(item, ['options', index, 'misconception'], {
        code: 'misconception-on-key',
        message: 'The right option has no misconception',
        fix: 'remove it here, or correct the key',
      });
    }
    return [];
  });
}
