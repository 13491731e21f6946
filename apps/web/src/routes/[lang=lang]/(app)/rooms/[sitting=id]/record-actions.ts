import { redirect, type RequestEvent } from '@sveltejs/kit';
import { readForm, refuse, type Typed } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';

/** One act of a proctor: a form, a call, and back to the page with its word. */
export const recordAction =
  (name: string, act: (event: RequestEvent, form: Typed, sent: FormData) => Promise<unknown>) =>
  async (event: RequestEvent) => {
    requireRole(event.locals, 'faculty', 'staff');
    const sent = await event.request.formData();
    const form = await readForm(sent);
    try {
      await act(event, form, sent);
    } catch (caught) {
      return refuse(caught, form, name);
    }
    redirect(303, `${event.url.pathname}?done`);
  };
