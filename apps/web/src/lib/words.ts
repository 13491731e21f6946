import { messages } from './i18n.ts';

/** Words that many pages share, spelled once. */
export const sharedWords = messages({
  es: {
    confidence: {
      question: '¿Qué tan probable es que aciertes?',
      names: ['Al azar', 'Dudo', 'Creo que sí', 'Casi sin duda', 'Sin duda'],
      percents: ['', '50 %', '70 %', '85 %', '97 %'],
      unanswered: 'Sin responder',
      espejismo: 'Espejismo: sin duda, y no era',
      right: 'Con seguridad, y era',
    },
    roles: {
      student: 'Estudiante',
      faculty: 'Docente',
      staff: 'Coordinación',
      admin: 'Administración',
    },
    actions: {
      continue: 'Seguir',
      save: 'Guardar',
      cancel: 'Cancelar',
      close: 'Cerrar',
      back: 'Volver',
      retry: 'Intentar otra vez',
      signIn: 'Ingresar',
      signOut: 'Salir',
    },
    wave: {
      opening: 'Foto inicial',
      closing: 'Evaluación final',
      delayed: 'Evaluación diferida',
      selection: 'Forma S',
    },
    tooLittleData: 'aún hay pocos datos',
    asOf: (moment: string) => `Al ${moment}`,
    newWindow: 'se abre en otra ventana',
  },
  en: {
    confidence: {
      question: 'How likely is it that you are right?',
      names: ['A guess', 'Unsure', 'I think so', 'Almost sure', 'Sure'],
      percents: ['', '50%', '70%', '85%', '97%'],
      unanswered: 'Not answered',
      espejismo: 'Mirage: sure, and wrong',
      right: 'Sure, and right',
    },
    roles: {
      student: 'Student',
      faculty: 'Faculty',
      staff: 'Programme staff',
      admin: 'Administration',
    },
    actions: {
      continue: 'Continue',
      save: 'Save',
      cancel: 'Cancel',
      close: 'Close',
      back: 'Back',
      retry: 'Try again',
      signIn: 'Sign in',
      signOut: 'Sign out',
    },
    wave: {
      opening: 'First picture',
      closing: 'Final assessment',
      delayed: 'Delayed assessment',
      selection: 'Form S',
    },
    tooLittleData: 'too little data yet',
    asOf: (moment: string) => `As of ${moment}`,
    newWindow: 'opens in another window',
  },
});
