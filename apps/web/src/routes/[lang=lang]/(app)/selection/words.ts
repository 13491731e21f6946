import { messages } from '#lib/i18n.ts';

const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

export const words = messages({
  es: {
    title: 'Convocatorias',
    lead: 'Cómo se nombra el grupo de la inmersión: primero la política, después los datos, y cada paso a la vista.',
    new: 'Nueva convocatoria',
    emptyTitle: 'Aún no hay convocatorias',
    empty:
      'Una convocatoria escribe su política antes de ver los datos, congela la evidencia y muestra qué tan segura es la lista.',
    emptyRead: 'Las abre la coordinación del programa; aquí podrás leerlas.',
    noSittings:
      'Para empezar hace falta una sesión de la forma S: ábrela desde una sección y vuelve cuando el grupo la haya dado.',
    toCohorts: 'Ir a las secciones',
    seats: (n: number) => count(n, 'plaza', 'plazas'),
    reserves: (n: number) => count(n, 'reserva', 'reservas'),
    written: (day: string) => `escrita el ${day}`,
    states: {
      prepared: 'Preparada · falta congelar los datos',
      frozen: 'Congelada · en revisión',
      published: (day: string) => `Resultados publicados el ${day}`,
    },
  },
  en: {
    title: 'Selection',
    lead: 'How the immersion group is named: the policy first, the data after, and every step in plain sight.',
    new: 'New round',
    emptyTitle: 'No rounds yet',
    empty:
      'A round writes its policy before it sees the data, freezes the evidence, and shows how sure the list is.',
    emptyRead: 'Programme staff open them; here you can read them.',
    noSittings:
      'To begin, it takes a sitting of form S: open one from a cohort and come back once the group has sat it.',
    toCohorts: 'Go to the cohorts',
    seats: (n: number) => count(n, 'seat', 'seats'),
    reserves: (n: number) => count(n, 'reserve', 'reserves'),
    written: (day: string) => `written on ${day}`,
    states: {
      prepared: 'Prepared · the data are yet to be frozen',
      frozen: 'Frozen · under review',
      published: (day: string) => `Results published on ${day}`,
    },
  },
});
