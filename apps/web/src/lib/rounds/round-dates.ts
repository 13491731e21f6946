import type { Round } from '@puente/schemas';
import { date } from '#lib/format.ts';
import type { Lang } from '#lib/i18n.ts';

/** `6 jul 2026 – 18 jul 2026`: calendar days, of no zone. */
export const travelDates = ({ travelFrom, travelTo }: Pick<Round, 'travelFrom' | 'travelTo'>, lang: Lang) =>
  [travelFrom, travelTo].map((day) => date(`${day}T12:00:00Z`, lang, 'UTC')).join(' – ');
