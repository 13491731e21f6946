import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: 'Estudiantes',
    upload: 'Subir la lista',
    emptyTitle: 'La sección aún no tiene estudiantes',
    empty: 'Proyecta el código para que entren desde su teléfono, o sube la lista de la oficina.',
    emptyAction: 'Proyectar el código',
    unconfirmed: (n: number) =>
      n === 1
        ? '1 persona entró con el código y ninguna lista la ha confirmado. Sus respuestas cuentan desde la primera.'
        : `${n} personas entraron con el código y ninguna lista las ha confirmado. Sus respuestas cuentan desde la primera.`,
    table: 'Por apellido',
    name: 'Nombre',
    code: 'Código',
    state: 'Matrícula',
    confirmed: 'confirmada',
    toConfirm: 'por confirmar',
    account: 'Cuenta',
    activated: 'activada',
    notActivated: 'sin activar',
    lastSeen: 'Última vez',
    never: 'aún no empieza',
    download: 'Descargar la lista (CSV)',
    done: {
      left: 'Salió de la sección. Lo que respondió se queda donde estaba.',
      moved: 'Pasó a la otra sección. Lo que respondió se queda donde estaba.',
    },
    one: {
      back: 'Estudiantes',
      move: 'Pasar a otra sección',
      moveWhat: 'Desde ahora sus respuestas cuentan en la otra sección; las anteriores se quedan en esta.',
      to: 'Sección',
      choose: 'Elige una',
      moveDo: 'Pasar',
      noOther: 'No hay otra sección a la que pueda pasar.',
      leave: 'Retirar de la sección',
      leaveWhat:
        'Deja de ver los cursos de esta sección. Nada de lo que respondió se borra, y puede volver con el código o la lista.',
      leaveDo: 'Sí, retirar',
      refused: 'No se pudo hacer. Nada cambió: revisa y prueba otra vez.',
    },
  },
  en: {
    title: 'Students',
    upload: 'Upload the roster',
    emptyTitle: 'The cohort has no students yet',
    empty: 'Project the code so that they join from their phones, or upload the office’s list.',
    emptyAction: 'Project the code',
    unconfirmed: (n: number) =>
      n === 1
        ? '1 person joined by the code and no roster has confirmed them. Their answers count from the first.'
        : `${n} people joined by the code and no roster has confirmed them. Their answers count from the first.`,
    table: 'By surname',
    name: 'Name',
    code: 'Code',
    state: 'Enrolment',
    confirmed: 'confirmed',
    toConfirm: 'to be confirmed',
    account: 'Account',
    activated: 'activated',
    notActivated: 'not activated',
    lastSeen: 'Last seen',
    never: 'not started yet',
    download: 'Download the roster (CSV)',
    done: {
      left: 'They left the cohort. What they answered stays where it was.',
      moved: 'They moved to the other cohort. What they answered stays where it was.',
    },
    one: {
      back: 'Students',
      move: 'Move to another cohort',
      moveWhat: 'From now on their answers count in the other cohort; those before stay in this one.',
      to: 'Cohort',
      choose: 'Choose one',
      moveDo: 'Move',
      noOther: 'There is no other cohort to move to.',
      leave: 'Take out of the cohort',
      leaveWhat:
        'They stop seeing the courses of this cohort. Nothing they answered is erased, and they may come back by code or roster.',
      leaveDo: 'Yes, take out',
      refused: 'It could not be done. Nothing changed: check and try again.',
    },
  },
});
