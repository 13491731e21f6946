import { onMount } from 'svelte';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const choosesOne = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');

/** What stands in a control that a person has touched; undefined where it stands as the server sent it. */
const touched = (control: Control): string | boolean | undefined => {
  if (choosesOne(control)) return control.checked === control.defaultChecked ? undefined : control.checked;
  if (control instanceof HTMLSelectElement) {
    return [...control.options].every((one) => one.selected === one.defaultSelected)
      ? undefined
      : control.value;
  }
  return control.type === 'file' || control.value === control.defaultValue ? undefined : control.value;
};

const giveBack = (control: Control, given: string | boolean): void => {
  if (typeof given === 'string') {
    if (control.value === given) return;
    control.value = given;
  } else {
    // Of a group it is enough to choose again the one that was chosen.
    const one = control as HTMLInputElement;
    if (one.checked === given || (one.type === 'radio' && !given)) return;
    one.checked = given;
  }
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
};

/**
 * On a slow line a person types before the script is there, and hydration would set each field to what the server
 * had sent. Called by the outermost layout, whose script runs first and whose mounting ends last.
 */
export const keepEarlyInput = (): void => {
  if (typeof document === 'undefined') return;
  const early = [...document.querySelectorAll<Control>('input, select, textarea')].flatMap((control) => {
    const given = touched(control);
    return given === undefined ? [] : [{ control, given }];
  });
  onMount(() => {
    for (const { control, given } of early) giveBack(control, given);
  });
};
