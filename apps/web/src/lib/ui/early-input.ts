import { onMount } from 'svelte';

/** What the three kinds of control have between them. */
type Control = HTMLInputElement & Partial<Pick<HTMLSelectElement, 'options'>>;

/** Touched by a person: it does not stand as the server sent it. Of radios it is enough to know the chosen one. */
const touched = ({ type, options, value, defaultValue, checked, defaultChecked }: Control): boolean => {
  if (options) return [...options].some((one) => one.selected !== one.defaultSelected);
  if (type === 'file' || (type === 'radio' && !checked)) return false;
  return value !== defaultValue || checked !== defaultChecked;
};

/**
 * On a slow line a person types before the script is there, and hydration would set each field to what the server
 * had sent. Called by a layout, whose script runs before its page's and whose mounting ends after it.
 */
export const keepEarlyInput = (): void => {
  if (typeof document === 'undefined') return;
  const early = [...document.querySelectorAll<Control>('input,select,textarea')]
    .filter(touched)
    .map((control) => ({ control, value: control.value, checked: control.checked }));
  onMount(() => {
    for (const { control, value, checked } of early) {
      if (control.value === value && control.checked === checked) continue;
      Object.assign(control, { value, checked });
      for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
    }
  });
};
