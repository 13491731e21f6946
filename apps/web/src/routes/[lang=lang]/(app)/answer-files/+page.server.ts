import { fail } from '@sveltejs/kit';
import { uploadAnswers, type AnswerFile, type Receipt } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { Problem } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  requireRole(locals, 'staff');
};

const largestBytes = 2_000_000;

type Fault = 'missing' | 'unreadable' | 'tooLarge' | 'noStudent' | 'noWhy';

export const actions: Actions = {
  default: async ({ fetch, locals, request }) => {
    requireRole(locals, 'staff');
    const refused = (fault: Fault, status = 400, why = '') => fail(status, { fault, why });
    // Over the handler's own limit the body cannot be read at all.
    const form = await request.formData().catch(() => undefined);
    if (!form) return refused('tooLarge', 413);
    const why = String(form.get('why') ?? '').trim();
    const chosen = form.get('file');
    if (!(chosen instanceof File) || chosen.size === 0) return refused('missing', 400, why);
    if (chosen.size > largestBytes) return refused('tooLarge', 413, why);
    if (!why) return refused('noWhy', 400, why);
    let file: AnswerFile;
    try {
      file = JSON.parse(await chosen.text()) as AnswerFile;
    } catch {
      return refused('unreadable', 400, why);
    }
    try {
      const { fullName, studentCode, sha256, receipts } = await call(fetch, uploadAnswers, {
        body: { file, why },
      });
      const count = (status: Receipt['status']) =>
        receipts.filter((receipt) => receipt.status === status).length;
      return {
        uploaded: {
          fullName,
          studentCode,
          sha256,
          counts: {
            recorded: count('recorded'),
            already_recorded: count('already_recorded'),
            set_aside: count('set_aside'),
            refused: count('refused'),
          },
        },
      };
    } catch (caught) {
      if (!(caught instanceof Problem)) throw caught;
      const { status } = caught.details;
      return refused(
        status === 404 ? 'noStudent' : status === 413 ? 'tooLarge' : 'unreadable',
        status === 401 ? 400 : status,
        why,
      );
    }
  },
};
