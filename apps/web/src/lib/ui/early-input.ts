import { onMount } from 'svelte';

/** Touched by a person: it does not stand as the server sent it. Of radios it is enough to know the chosen one. */
const touched = (control: HTMLInputElement & HTMLSelectElement): boolean => {
  if (control.type === 'file') return false;
  if (control.options) return [...control.options].some((one) => one.selected !== one.defaultSelected);
  if (control.type === 'radio' && !control.checked) return false;
  return control.value !== control.defaultValue || control.checked !== control.defaultChecked;
};

/**
 * On a slow line a person types before the script is there, and hydration would set each field to what the server
 * had sent. Called by the outermost layout, whose script runs first and whose mounting ends last.
 */
export const keepEarlyInput = (): void => {
  if (typeof document === 'undefined') return;
  const controls = document.querySelectorAll<HTMLInputElement & HTMLSelectElement>('input,select,textarea');
  const early = [...controls].filter(touched).map((control) => ({
    control,
    value: control.value,
    checked: control.checked,
  }));
  onMount(() => {
    for (const { control, value, checked } of early) {
      if (control.value === value && control.checked === checked) continue;
      control.value = value;
      control.checked = checked;
      for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
    }
  });
};
