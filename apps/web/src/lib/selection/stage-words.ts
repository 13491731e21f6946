import { messages } from '#lib/i18n.ts';

/** Where a round stands, in a few words. */
export const stageWords = messages({
  es: {
    policy: 'Se escribe la política',
    rehearsed: 'Política ensayada',
    proposed: 'Política propuesta · falta otra firma',
    data: 'Política publicada · se rinden las formas',
    snapshot: 'Congelada · se ordena',
    review: 'En revisión',
    approval: 'Resultado propuesto · falta otra firma',
    approved: 'Aprobada · falta publicar',
    results: 'Resultados publicados · plazo de reclamos',
    closed: 'Cerrada · con acta',
  },
  en: {
    policy: 'The policy is being written',
    rehearsed: 'Policy rehearsed',
    proposed: 'Policy proposed · a second signature is missing',
    data: 'Policy published · the forms are being sat',
    snapshot: 'Frozen · being ranked',
    review: 'Under review',
    approval: 'Outcome proposed · a second signature is missing',
    approved: 'Approved · to be published',
    results: 'Results published · claims are open',
    closed: 'Closed · with its acta',
  },
});
