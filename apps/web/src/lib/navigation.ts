import type { Role } from '@puente/schemas';
import { messages } from './i18n.ts';

/** Where each role's pages begin; the first is where signing in leads. Words: `nav` below. */
export const sections = {
  student: ['today', 'results'],
  faculty: ['cohorts'],
  staff: ['selection', 'cohorts', 'people'],
  admin: ['people', 'cohorts', 'selection'],
} as const satisfies Record<Role, readonly Section[]>;

/** Pages that only show: loaded anew, they cost less than the script that would draw them. */
export const scriptless: readonly Section[] = ['results'];

type Section = 'today' | 'results' | 'cohorts' | 'selection' | 'people';

export const sectionNames = messages({
  es: {
    today: 'Hoy',
    results: 'Mi espejo',
    cohorts: 'Secciones',
    selection: 'Convocatorias',
    people: 'Personas',
  },
  en: {
    today: 'Today',
    results: 'My mirror',
    cohorts: 'Cohorts',
    selection: 'Selection',
    people: 'People',
  },
});
