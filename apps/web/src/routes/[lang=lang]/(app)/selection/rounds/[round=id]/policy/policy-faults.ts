import type { PolicyInput } from '@puente/schemas';
import type { Faults, Part } from './policy-from-form.ts';

/** The API's faults, by the part of the editor where each is mended; a refused measure by its own name. */
export const fieldFaults = (
  errors: readonly { field: string }[],
  { components }: Pick<PolicyInput, 'components'>,
): Faults => {
  const faults: Faults = {};
  for (const { field } of errors) {
    const [part, place, name] = field.split('.') as [Part, string?, string?];
    if (part === 'components' && name === 'measure')
      faults.measure = components[Number(place)]?.measure ?? '';
    else faults[part] = part;
  }
  return faults;
};
