import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    back: 'Evaluaciones',
    title: 'Preparar una sesión',
    course: 'Curso',
    wave: 'Momento',
    waves: {
      opening: 'sin nota, se puede pausar',
      closing: 'da la nota del curso',
      delayed: 'de 3 a 6 meses después',
      selection: 'sellada, para la convocatoria',
    },
    opensAt: 'Se abre',
    closesAt: 'Se cierra',
    zone: (zone: string) => `Hora de la institución (${zone})`,
    duration: 'Minutos por persona',
    durationHint: 'Vacío: hasta que se cierre. La foto inicial pide unos 20.',
    late: 'Plazo para enviar lo respondido sin señal',
    lateHours: (n: number) => (n === 0 ? 'Ninguno' : `${n} horas`),
    proctored: 'Con supervisión en una sala',
    proctoredHint:
      'Se empieza con un código que cambia cada dos minutos, y quien supervisa lleva el acta. La forma S lo exige.',
    save: 'Preparar',
    refused: 'No se preparó la sesión. Revisa lo marcado.',
    demonstrationBank:
      'La forma S de demostración tiene claves públicas: no puede seleccionar a nadie. Carga un banco sellado propio.',
    errors: {
      courseId: 'Elige un curso de la sección.',
      wave: 'Este curso no tiene una forma para ese momento.',
      opensAt: 'Escribe el día y la hora en que se abre.',
      closesAt: 'Debe cerrarse después de abrirse, y más tarde que ahora.',
      durationMinutes: 'Entre 5 y 480 minutos.',
      lateHours: 'Entre 0 y 168 horas.',
      proctored: 'La forma S se rinde con supervisión.',
    },
  },
  en: {
    back: 'Assessments',
    title: 'Prepare a sitting',
    course: 'Course',
    wave: 'When in the course',
    waves: {
      opening: 'no mark, may be paused',
      closing: 'gives the grade of the course',
      delayed: '3 to 6 months later',
      selection: 'sealed, for the selection round',
    },
    opensAt: 'Opens',
    closesAt: 'Closes',
    zone: (zone: string) => `Time of the institution (${zone})`,
    duration: 'Minutes for each person',
    durationHint: 'Empty: until it closes. The first picture takes some 20.',
    late: 'Time to send what was answered without signal',
    lateHours: (n: number) => (n === 0 ? 'None' : `${n} hours`),
    proctored: 'Supervised in a room',
    proctoredHint:
      'It starts with a code that changes every two minutes, and the proctor keeps a record. Form S requires it.',
    save: 'Prepare',
    refused: 'The sitting was not prepared. Look at what is marked.',
    demonstrationBank:
      'The keys of the demonstration form S are public: it cannot select anybody. Load a sealed bank of your own.',
    errors: {
      courseId: 'Choose a course of the cohort.',
      wave: 'This course has no form for that.',
      opensAt: 'Write the day and the hour at which it opens.',
      closesAt: 'It must close after it opens, and later than now.',
      durationMinutes: 'Between 5 and 480 minutes.',
      lateHours: 'Between 0 and 168 hours.',
      proctored: 'Form S is taken under supervision.',
    },
  },
});
