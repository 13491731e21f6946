import { createPerson, documentKinds, listCampuses, roles } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readForm, refuse, refuseFields } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const { institution } = requireRole(locals, 'admin');
  const { campuses } = await call(fetch, listCampuses);
  return { campuses: campuses.map(({ id, name }) => ({ id, name })), timeZone: institution.timeZone };
};

const optionalFields = ['secondSurname', 'studentCode', 'email', 'campusId'] as const;

export const actions: Actions = {
  default: async ({ fetch, request, locals }) => {
    requireRole(locals, 'admin');
    const form = await readForm(request);
    const role = roles.find((candidate) => candidate === form.role);
    if (!role) return refuseFields({ role: 'missing' }, form);
    const optional = Object.fromEntries(
      optionalFields.flatMap((name) => (form[name] ? [[name, form[name]]] : [])),
    );
    const documentKind = documentKinds.find((candidate) => candidate === form.documentKind);
    const document = form.documentNumber ? { documentKind, documentNumber: form.documentNumber } : {};
    try {
      return {
        created: await call(fetch, createPerson, {
          body: {
            role,
            givenNames: form.givenNames ?? '',
            firstSurname: form.firstSurname ?? '',
            ...optional,
            ...document,
          },
        }),
      };
    } catch (caught) {
      return refuse(caught, form);
    }
  },
};
