import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: 'Evaluaciones',
    lead: 'Cada sesión se abre y se cierra sola a su hora; también puedes hacerlo aquí.',
    emptyTitle: 'Aún no hay sesiones de evaluación',
    empty:
      'Prepara la foto inicial: 20 preguntas, sin nota. Con ella y la evaluación final se mide cuánto cambió el grupo.',
    states: { prepared: 'Preparada', open: 'Abierta', closed: 'Cerrada', released: 'Publicada' },
    window: (from: string, to: string) => `${from} → ${to}`,
    items: (n: number) => `${n} preguntas`,
    minutes: (n: number) => `${n} minutos cada persona`,
    untilEnd: 'hasta que se cierre la ventana',
    started: 'Empezaron',
    finished: 'Terminaron',
    enrolled: 'En la sección',
    demonstration: 'Forma de demostración: sus claves son públicas',
    released: (when: string) => `Resultados publicados el ${when}`,
    acts: {
      open: {
        ask: 'Abrir ahora',
        what: 'Se abre en este momento para toda la sección; su hora de cierre no cambia.',
        do: 'Sí, abrir ahora',
      },
      closed: {
        ask: 'Cerrar ahora',
        what: 'Nadie más podrá responder. Lo respondido sin señal sigue entrando durante el plazo de envío.',
        do: 'Sí, cerrar ahora',
      },
      released: {
        ask: 'Publicar resultados',
        what: 'Cada estudiante verá su resultado por objetivo, nunca preguntas ni claves. No se puede deshacer.',
        do: 'Sí, publicar',
      },
    },
    why: 'Motivo (opcional; queda en el registro)',
    refused: {
      changed: 'No se hizo: mientras tanto la sesión cambió. Mira cómo está ahora.',
      other: 'No se pudo hacer. Nada cambió: prueba otra vez.',
    },
    analysis: 'Qué dicen sus preguntas',
    prepare: 'Preparar una sesión',
    done: {
      prepared: 'Sesión preparada.',
      open: 'Sesión abierta.',
      closed: 'Sesión cerrada.',
      released: 'Resultados publicados.',
    },
  },
  en: {
    title: 'Assessments',
    lead: 'Each sitting opens and closes by itself at its hour; you can also do it here.',
    emptyTitle: 'No sittings yet',
    empty:
      'Prepare the first picture: 20 questions, no mark. With it and the final assessment the change of the group is measured.',
    states: { prepared: 'Prepared', open: 'Open', closed: 'Closed', released: 'Released' },
    window: (from: string, to: string) => `${from} → ${to}`,
    items: (n: number) => `${n} questions`,
    minutes: (n: number) => `${n} minutes each`,
    untilEnd: 'until the window closes',
    started: 'Started',
    finished: 'Finished',
    enrolled: 'In the cohort',
    demonstration: 'Demonstration form: its keys are public',
    released: (when: string) => `Results released on ${when}`,
    acts: {
      open: {
        ask: 'Open now',
        what: 'It opens at this moment for the whole cohort; its closing hour stays.',
        do: 'Yes, open now',
      },
      closed: {
        ask: 'Close now',
        what: 'Nobody else will be able to answer. What was answered without signal still comes in during the time to send.',
        do: 'Yes, close now',
      },
      released: {
        ask: 'Release results',
        what: 'Each student will see their result by objective, never questions or keys. It cannot be undone.',
        do: 'Yes, release',
      },
    },
    why: 'Reason (optional; kept in the log)',
    refused: {
      changed: 'Not done: the sitting changed meanwhile. Look at how it stands now.',
      other: 'It could not be done. Nothing changed: try again.',
    },
    analysis: 'What its questions say',
    prepare: 'Prepare a sitting',
    done: {
      prepared: 'Sitting prepared.',
      open: 'Sitting opened.',
      closed: 'Sitting closed.',
      released: 'Results released.',
    },
  },
});
