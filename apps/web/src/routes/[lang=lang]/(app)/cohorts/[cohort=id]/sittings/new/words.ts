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
    form: 'Forma sellada, si es para la convocatoria',
    formHint: 'Su nombre, como P1-S. Vacía: la más amplia del curso. Quien faltó rinde otra.',
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
    reuse: 'Por qué se usan ya (queda en el registro)',
    forms: {
      form_rests:
        'Las formas se mostraron hace menos de dos ciclos y descansan: quien repite podría recordarlas. Espera, pide otras formas, o escribe abajo por qué se usan ya.',
      form_retired:
        'Esa forma sellada ya se rindió una vez: se usa una sola. Sus preguntas pueden pasar a práctica; carga una forma nueva.',
      no_unseen_form:
        'La sección ya vio todas las formas del curso. La evaluación diferida pide una que nadie haya visto, con las mismas anclas: pídela a quienes escriben el curso.',
    },
    demonstrationBank:
      'La forma S de demostración tiene claves públicas: no puede seleccionar a nadie. Carga un banco sellado propio.',
    errors: {
      courseId: 'Elige un curso de la sección.',
      wave: 'Este curso no tiene una forma para ese momento.',
      form: 'El curso no tiene una forma sellada con ese nombre.',
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
    form: 'Sealed form, if it is for the selection round',
    formHint: 'Its name, such as P1-S. Empty: the widest of the course. Who missed it sits another.',
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
    reuse: 'Why they are used already (kept in the log)',
    forms: {
      form_rests:
        'The forms were shown less than two terms ago and rest: whoever repeats might remember them. Wait, ask for other forms, or write below why they are used already.',
      form_retired:
        'That sealed form was sat once: it is used once. Its questions may become practice; load a new form.',
      no_unseen_form:
        'The cohort has seen every form of the course. The delayed assessment needs one that nobody has seen, with the same anchors: ask the authors for it.',
    },
    demonstrationBank:
      'The keys of the demonstration form S are public: it cannot select anybody. Load a sealed bank of your own.',
    errors: {
      courseId: 'Choose a course of the cohort.',
      wave: 'This course has no form for that.',
      form: 'The course has no sealed form of that name.',
      opensAt: 'Write the day and the hour at which it opens.',
      closesAt: 'It must close after it opens, and later than now.',
      durationMinutes: 'Between 5 and 480 minutes.',
      lateHours: 'Between 0 and 168 hours.',
      proctored: 'Form S is taken under supervision.',
    },
  },
});
