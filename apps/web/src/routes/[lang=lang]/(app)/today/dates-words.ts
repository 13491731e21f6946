import { messages } from '#lib/i18n.ts';

/** A reminder in a calendar ends by itself: nobody can see there whether it is still wanted. */
export const reminderDays = 30;

const inDays = (today: string, tomorrow: string, later: (n: number) => string) => (days: number) =>
  days === 0 ? today : days === 1 ? tomorrow : later(days);

export const datesWords = messages({
  es: {
    title: 'Mis fechas',
    examOf: (course: string) => `Mi examen de ${course}`,
    days: inDays('es hoy', 'es mañana', (n) => `en ${n} días`),
    near: 'Desde ahora va primero lo que más te falta de este curso.',
    far: 'La semana antes, Hoy pone primero lo que más te falta de este curso.',
    set: 'Mi examen es el…',
    change: 'Cambiar la fecha de mi examen',
    course: 'Curso',
    on: 'Día del examen',
    wrongDay: 'Elige un día desde hoy hasta dentro de un año.',
    save: 'Guardar',
    remove: (course: string) => `Quitar el examen de ${course}`,
    calendar: 'Llevar mis fechas a mi calendario',
    offer: '¿Un recordatorio al día?',
    reminder: 'Recordatorio al día',
    offerText:
      'Uno solo, a la hora que elijas, en el calendario de tu teléfono. Dura 30 días y se acaba solo.',
    once: 'No volveremos a preguntar.',
    hour: 'Hora',
    choose: 'Sí, a esa hora',
    refuse: 'No, gracias',
    chosen: (hour: string) => `Tu recordatorio: todos los días a las ${hour}.`,
    add: 'Ponerlo en mi calendario',
    stop: 'Ya no lo quiero',
    stopText: 'Si ya está en tu calendario, bórralo también allí.',
    reminderTitle: 'Puente: 10 minutos',
  },
  en: {
    title: 'My dates',
    examOf: (course: string) => `My exam in ${course}`,
    days: inDays('is today', 'is tomorrow', (n) => `in ${n} days`),
    near: 'From now on, what you lack most in this course comes first.',
    far: 'In the week before, Today puts first what you lack most in this course.',
    set: 'My exam is on…',
    change: 'Change the date of my exam',
    course: 'Course',
    on: 'Day of the exam',
    wrongDay: 'Choose a day from today to a year from now.',
    save: 'Save',
    remove: (course: string) => `Remove the exam in ${course}`,
    calendar: 'Take my dates to my calendar',
    offer: 'One reminder a day?',
    reminder: 'One reminder a day',
    offerText:
      'Just one, at the hour you choose, in your phone’s calendar. It lasts 30 days and ends by itself.',
    once: 'We will not ask again.',
    hour: 'Hour',
    choose: 'Yes, at that hour',
    refuse: 'No, thank you',
    chosen: (hour: string) => `Your reminder: every day at ${hour}.`,
    add: 'Put it in my calendar',
    stop: 'I no longer want it',
    stopText: 'If it is in your calendar already, delete it there too.',
    reminderTitle: 'Puente: 10 minutes',
  },
});
