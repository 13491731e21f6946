import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    lead: (institution: string) => `${institution} · página pública, sin nombres`,
    demonstration: 'Es una demostración: nadie viaja por esta convocatoria.',
    stages: {
      coming: 'Las reglas están publicadas y nadie puede cambiarlas. Los datos todavía no existen.',
      frozen: (candidates: string) =>
        `El corte está congelado con ${candidates} personas. Los resultados salen para todas a la misma hora.`,
      waiting: 'El corte está congelado y se calcula el orden.',
      results: (when: string) => `Resultados publicados el ${when}.`,
      announced: (when: string) => `Los resultados salen el ${when}.`,
    },
    list: {
      title: 'La lista',
      text: (seats: string, candidates: string) =>
        `${seats} plazas entre ${candidates} personas. Van los códigos: cada persona conoce el suyo.`,
      seat: 'Plazas',
      reserve: 'Reserva, en su orden',
      none: 'Nadie.',
    },
    acta: {
      title: 'El acta',
      text: 'Regla, cuentas, aprobaciones, cambios a mano con su motivo y vigilancia de la equidad. Sin nombres.',
      get: 'Descargar el acta (PDF)',
      later: 'Se publica aquí cuando termina el plazo de reclamos y todos tienen respuesta.',
    },
    check: {
      title: 'Compruébalo',
      hash: 'Huella del corte (SHA-256), publicada antes de la revisión',
      file: 'Con el archivo del corte, que la coordinación entrega a quien audita, esta orden rehace puestos, intervalos y zonas:',
      result: 'Si un solo byte no es el que se publicó, dice cuál.',
    },
  },
  en: {
    lead: (institution: string) => `${institution} · public page, without names`,
    demonstration: 'This is a demonstration: nobody travels on this round.',
    stages: {
      coming: 'The rules are published and nobody can change them. The data do not exist yet.',
      frozen: (candidates: string) =>
        `The snapshot is frozen with ${candidates} people. The results come out for all at the same hour.`,
      waiting: 'The snapshot is frozen and the order is being computed.',
      results: (when: string) => `Results published on ${when}.`,
      announced: (when: string) => `The results come out on ${when}.`,
    },
    list: {
      title: 'The list',
      text: (seats: string, candidates: string) =>
        `${seats} seats among ${candidates} people. It carries codes: each person knows their own.`,
      seat: 'Seats',
      reserve: 'Reserves, in their order',
      none: 'Nobody.',
    },
    acta: {
      title: 'The acta',
      text: 'Rule, counts, approvals, changes by hand with their reason, and the watch over fairness. No names.',
      get: 'Download the acta (PDF)',
      later: 'It is published here once the time for claims is over and all have been answered.',
    },
    check: {
      title: 'Check it',
      hash: 'Hash of the snapshot (SHA-256), published before the review',
      file: 'With the file of the snapshot, which the programme hands to who audits it, this command makes ranks, intervals and zones anew:',
      result: 'If a single byte is not the one that was published, it says which.',
    },
  },
});
