import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: (name: string) => `Código de ${name}`,
    enter: 'Entra con este código',
    qr: (link: string) => `Código QR que lleva a ${link}`,
    joined: (n: number) => (n === 1 ? 'persona en la sección' : 'personas en la sección'),
    unconfirmed: (n: number) => `${n} por confirmar con la lista`,
    none: 'Esta sección no tiene código ahora.',
    make: 'Crear un código',
    renew: 'Cambiar el código',
    renewWhat: 'El de ahora deja de servir en ese momento. Quienes ya entraron se quedan.',
    renewSure: 'Sí, crear uno nuevo',
    refused: 'No se cambió el código: sigue siendo el que ves. Intenta otra vez.',
    roster: 'Subir la lista para confirmar',
  },
  en: {
    title: (name: string) => `Code of ${name}`,
    enter: 'Join with this code',
    qr: (link: string) => `QR code that leads to ${link}`,
    joined: (n: number) => (n === 1 ? 'person in the cohort' : 'people in the cohort'),
    unconfirmed: (n: number) => `${n} to be confirmed by the roster`,
    none: 'This cohort has no code now.',
    make: 'Make a code',
    renew: 'Change the code',
    renewWhat: 'The present one stops working at once. Those who joined stay.',
    renewSure: 'Yes, make a new one',
    refused: 'The code was not changed: it is still the one you see. Try again.',
    roster: 'Upload the roster to confirm them',
  },
});
