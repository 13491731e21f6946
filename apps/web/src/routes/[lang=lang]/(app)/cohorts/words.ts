import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: 'Secciones',
    lead: {
      own: 'Las que enseñas, la más reciente primero.',
      all: 'Todas las de la institución, la más reciente primero.',
    },
    new: 'Nueva sección',
    emptyTitle: 'Aún no hay secciones',
    empty:
      'Abre una en un minuto: le das nombre y ciclo, y sale un código de seis letras para proyectar. Tus estudiantes entran con ese código desde su teléfono.',
    name: 'Sección',
    term: 'Ciclo',
    campus: 'Sede',
    courses: 'Cursos',
    faculty: 'Docentes',
    noFaculty: 'Sin docentes',
    code: 'Código',
    students: 'Estudiantes',
    unconfirmed: 'Por confirmar',
    count: (n: number) => (n === 1 ? '1 estudiante' : `${n} estudiantes`),
    toConfirm: (n: number) => `${n} por confirmar`,
    list: 'Secciones de la institución',
    showCode: (name: string) => `Proyectar el código de ${name}`,
  },
  en: {
    title: 'Cohorts',
    lead: { own: 'Those you teach, the latest first.', all: 'All of the institution, the latest first.' },
    new: 'New cohort',
    emptyTitle: 'No cohorts yet',
    empty:
      'Open one in a minute: give it a name and a term, and a six-letter code comes out to project. Your students join with that code from their phones.',
    name: 'Cohort',
    term: 'Term',
    campus: 'Campus',
    courses: 'Courses',
    faculty: 'Faculty',
    noFaculty: 'No faculty',
    code: 'Code',
    students: 'Students',
    unconfirmed: 'To be confirmed',
    count: (n: number) => (n === 1 ? '1 student' : `${n} students`),
    toConfirm: (n: number) => `${n} to be confirmed`,
    list: 'Cohorts of the institution',
    showCode: (name: string) => `Project the code of ${name}`,
  },
});
