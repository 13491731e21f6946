/** `auto` follows the phone. */
export type Theme = 'auto' | 'day' | 'night';

export const isTheme = (value: unknown): value is Theme =>
  value === 'auto' || value === 'day' || value === 'night';
