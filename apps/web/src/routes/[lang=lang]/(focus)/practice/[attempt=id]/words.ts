import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: {
      practice: (module: string) => `Práctica: ${module}`,
      review: (course: string) => `Repaso: ${course}`,
    },
    go: 'Seguir',
    end: 'Ver cómo te fue',
    ended: { practice: 'Terminaste la práctica', review: 'Terminaste el repaso' },
    endLater: 'El resumen llega cuando haya señal. Lo que respondiste ya está guardado.',
    answers: 'Lo que respondiste',
    right: 'era',
    wrong: 'no era',
    concepts: 'Los conceptos',
    states: { missing: 'falta', laid: 'puesta', tilted: 'espejismo', gold: 'puesta, y un paso más' },
    moved: (from: string, to: string) => `${from} → ${to}`,
    later: 'Cómo quedó tu puente se verá cuando haya señal.',
    empty: 'Ya no hay preguntas aquí',
    emptyText: 'El contenido cambió desde que empezaste. Sigue desde el mapa del curso.',
    map: 'Ir al mapa del curso',
    spent: (concepts: string) =>
      `Ya acertaste todas las preguntas de ${concepts}. Ahora úsalo con una persona.`,
    toCase: (title: string) => `Ir al caso · ${title}`,
    returns: 'Cuándo vuelve cada concepto',
    today: 'Volver a Hoy',
  },
  en: {
    title: {
      practice: (module: string) => `Practice: ${module}`,
      review: (course: string) => `Review: ${course}`,
    },
    go: 'Continue',
    end: 'See how it went',
    ended: { practice: 'You have finished the practice', review: 'You have finished the review' },
    endLater: 'The summary arrives once there is a signal. What you answered is kept.',
    answers: 'What you answered',
    right: 'right',
    wrong: 'wrong',
    concepts: 'The concepts',
    states: { missing: 'missing', laid: 'laid', tilted: 'mirage', gold: 'laid, and one step further' },
    moved: (from: string, to: string) => `${from} → ${to}`,
    later: 'How your bridge stands will show once there is a signal.',
    empty: 'There are no questions here any more',
    emptyText: 'The content has changed since you began. Go on from the course map.',
    map: 'Go to the course map',
    spent: (concepts: string) =>
      `You have got every question of ${concepts} right. Now use it with a person.`,
    toCase: (title: string) => `Go to the case · ${title}`,
    returns: 'When each concept comes back',
    today: 'Back to Today',
  },
});
