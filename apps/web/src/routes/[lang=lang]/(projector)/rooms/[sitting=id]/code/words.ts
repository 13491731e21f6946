import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: (cohort: string) => `Código de la sala · ${cohort}`,
    type: 'Escribe este código para empezar',
    until: (time: string) => `Cambia a las ${time}`,
    started: (n: number, of: number) => `${n} de ${of} empezaron`,
  },
  en: {
    title: (cohort: string) => `Code of the room · ${cohort}`,
    type: 'Type this code to start',
    until: (time: string) => `Changes at ${time}`,
    started: (n: number, of: number) => `${n} of ${of} started`,
  },
});
