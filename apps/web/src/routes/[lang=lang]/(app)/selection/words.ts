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
    applications: (when: string) => `postulaciones hasta el ${when}`,
    synthetic: 'personas sintéticas',
    demonstration: 'Demostración: regla selection/v0',
    demonstrationWhat:
      'Ordena por los aciertos de una sola forma. Queda para leerse y verificarse; nadie viaja por ella.',
    newDemonstration: 'Nueva demostración',
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
    applications: (when: string) => `applications until ${when}`,
    synthetic: 'synthetic people',
    demonstration: 'Demonstration: rule selection/v0',
    demonstrationWhat:
      'It ranks by right answers in one form alone. It stays to be read and verified; nobody travels on it.',
    newDemonstration: 'New demonstration',
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
