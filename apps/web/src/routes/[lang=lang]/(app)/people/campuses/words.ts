import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: 'Sedes',
    lead: 'Las nóminas y las secciones nombran una sede; sus plazos corren en la hora de ese lugar.',
    back: 'Personas',
    none: 'Aún no hay sedes',
    noneWhat: 'Agrega la primera; la nómina la reconocerá por su nombre.',
    caption: 'Sedes de la institución',
    name: 'Nombre',
    timeZone: 'Zona horaria',
    timeZoneHint: 'Como America/Lima. Si la dejas vacía, es la de la institución.',
    add: 'Agregar sede',
    busy: 'Agregando…',
    added: (name: string) => `Agregaste ${name}`,
    refused: 'No se agregó nada. Mira el campo marcado.',
    errors: {
      name: 'Escribe un nombre, de 100 letras como máximo.',
      timeZone: 'No es una zona horaria IANA, como America/Lima.',
    },
    taken: 'Ya hay una sede con este nombre.',
  },
  en: {
    title: 'Campuses',
    lead: 'Rosters and sections name a campus; their deadlines run on its local time.',
    back: 'People',
    none: 'No campuses yet',
    noneWhat: 'Add the first one; the roster will know it by its name.',
    caption: 'Campuses of the institution',
    name: 'Name',
    timeZone: 'Time zone',
    timeZoneHint: 'Such as America/Lima. Left empty, it is the institution’s.',
    add: 'Add campus',
    busy: 'Adding…',
    added: (name: string) => `You added ${name}`,
    refused: 'Nothing was added. Look at the marked field.',
    errors: {
      name: 'Write a name of at most 100 characters.',
      timeZone: 'This is no IANA time zone, such as America/Lima.',
    },
    taken: 'There is a campus of this name already.',
  },
});
