import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: 'De dónde sale esto',
    sources: (n: number) => `Ver las ${n} fuentes`,
    notConsulted: (n: number, all: number) =>
      n === 0
        ? 'Todas las fuentes se consultaron al escribir.'
        : `${n} de ${all} fuentes no se ${n === 1 ? 'pudo' : 'pudieron'} consultar al escribir.`,
    mark: 'no consultada al escribir',
    awaiting: 'Espera revisión clínica: ningún médico ha firmado todavía este contenido.',
    reviewed: 'Revisado por un médico que firma con su nombre.',
  },
  en: {
    title: 'Where this comes from',
    sources: (n: number) => `See the ${n} sources`,
    notConsulted: (n: number, all: number) =>
      n === 0
        ? 'All the sources were consulted while writing.'
        : `${n} of ${all} sources could not be consulted while writing.`,
    mark: 'not consulted while writing',
    awaiting: 'Awaiting clinical review: no physician has signed this content yet.',
    reviewed: 'Reviewed by a physician who signs by name.',
  },
});
