import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { RosterReport } from '@puente/schemas';
import { fail, type RequestEvent } from '@sveltejs/kit';
import type { Lang } from '#lib/i18n.ts';
import { Problem } from '#lib/problem.ts';
import { columnNames } from '#lib/roster/column-names.ts';
import { previewFields, type RosterReview } from '#lib/roster/review.ts';

type Bytes = Uint8Array<ArrayBuffer>;

interface RosterFile {
  name: string;
  bytes: Bytes;
}

const largestBytes = 10_000_000;
const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** A browser cannot choose the file again for the person, so the form brings back what was checked. */
const carry = async (bytes: Bytes): Promise<string> => (await zip(bytes)).toString('base64');

const carriedFile = async (carried: string): Promise<Bytes> =>
  new Uint8Array(await unzip(Buffer.from(carried, 'base64'), { maxOutputLength: largestBytes }));

const readFile = async (form: FormData): Promise<RosterFile | undefined> => {
  const chosen = form.get('roster');
  if (chosen instanceof File && chosen.size > 0) {
    return { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) };
  }
  const carried = form.get('carried');
  if (typeof carried !== 'string' || carried === '') return undefined;
  const bytes = await carriedFile(carried).catch(() => undefined);
  return bytes && { name: String(form.get('name') ?? ''), bytes };
};

const saidBeside = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && entry[0] !== 'carried' && entry[0] !== 'name',
    ),
  );

const columnsInWords = ({ columns, preview }: RosterReport, lang: Lang) => {
  const names = columnNames(lang);
  const nameOf = (field: string) => (names as Record<string, string>)[field] ?? field;
  return {
    columns: columns.map(({ header, field }) => `${header} → ${nameOf(field)}`),
    heads: previewFields
      .filter((field) => preview.some((row) => row[field]))
      .map((field) => ({ field, label: nameOf(field) })),
  };
};

type Send<Event> = (
  event: Event,
  file: Bytes,
  dryRun: 'true' | 'false',
  fields: FormData,
) => Promise<RosterReport>;

/**
 * Two steps of one page: `check` says what the file would do and changes nothing, `import` does it, all or
 * nothing, with the very bytes that were checked.
 */
export const rosterActions = <Event extends RequestEvent>(send: Send<Event>) => {
  const review = async (event: Event, form: FormData, file: RosterFile, dryRun: 'true' | 'false') => {
    const report = await send(event, file.bytes, dryRun, form);
    const ready = report.dryRun && report.errorCount === 0;
    return {
      name: file.name,
      report,
      ...columnsInWords(report, event.locals.lang),
      ...(ready && { carried: await carry(file.bytes), fields: saidBeside(form) }),
    };
  };
  const step = (dryRun: 'true' | 'false') => async (event: Event) => {
    // Over the handler's own limit the body cannot be read at all.
    const form = await event.request.formData().catch(() => undefined);
    if (!form) return fail<RosterReview>(413, { fault: 'tooLarge' });
    const file = await readFile(form);
    if (!file) return fail<RosterReview>(400, { fault: 'missing' });
    const { name } = file;
    if (file.bytes.byteLength > largestBytes) return fail<RosterReview>(413, { fault: 'tooLarge', name });
    try {
      const reviewed: RosterReview = await review(event, form, file, dryRun);
      return reviewed;
    } catch (caught) {
      if (!(caught instanceof Problem)) throw caught;
      const { status, code } = caught.details;
      if (status === 413) return fail<RosterReview>(413, { fault: 'tooLarge', name });
      // The institution changed between the two steps: show what the file would do now.
      if (code === 'roster_invalid' || code === 'people_changed') {
        return fail<RosterReview>(409, { fault: 'changed', ...(await review(event, form, file, 'true')) });
      }
      return fail<RosterReview>(status === 401 ? 400 : status, { fault: 'refused', name });
    }
  };
  return { check: step('true'), import: step('false') };
};
