import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: 'Postular',
    change: 'Cambiar mi postulación',
    until: (when: string) => `Puedes cambiarla hasta el ${when}.`,
    closed: 'Las postulaciones están cerradas',
    closedText:
      'Ya no se puede postular ni cambiar lo que dijiste. Retirarte puedes hasta que salgan los resultados, en la página de la convocatoria.',
    back: 'Ver la convocatoria',
    you: 'Sobre el viaje',
    canTravel: 'Puedo viajar',
    datesFit: (dates: string) => `Tengo libres estas fechas: ${dates}`,
    under18: 'Tengo menos de 18 años',
    under18Hint: 'Te daremos un enlace para que tu madre, tu padre o quien tenga tu tutela autorice.',
    english: 'Tu inglés, como lo declaras',
    englishAsked: (level: string) => `Esta convocatoria pide ${level} o más.`,
    untold: 'No lo digo',
    dossier: 'Tu expediente',
    dossierText:
      'Solo se lee si tu puntaje queda en la zona de revisión, sin tu nombre. No escribas en él quién eres. Puedes guardar y terminar después.',
    limit: 'Hasta 150 palabras',
    consents: 'Tu consentimiento, cosa por cosa',
    selection: 'Para la convocatoria',
    selectionText:
      'Acepto que mis aciertos en las formas selladas y lo que escribo aquí se usen para decidir las plazas. Sin esto no se puede competir. Se guarda con fecha, y puedo retirarlo.',
    transfer: 'Para enviar datos a Boston',
    transferText:
      'Acepto que, si me toca una plaza, la universidad envíe mi nombre y mis documentos de viaje a la institución de Boston. Puedes negarte: sigues compitiendo igual.',
    send: 'Guardar mi postulación',
    refused: {
      applications_closed: 'Las postulaciones ya cerraron: no se guardó este cambio.',
      too_many_answers:
        'Las preguntas cambiaron mientras escribías. Copia tus respuestas y vuelve a abrir la página.',
      invalid: 'No se guardó. Revisa lo que está marcado.',
    },
    tooLong: 'Pasa de 150 palabras: acórtala un poco.',
  },
  en: {
    title: 'Apply',
    change: 'Change my application',
    until: (when: string) => `You can change it until ${when}.`,
    closed: 'Applications are closed',
    closedText:
      'One can no longer apply or change what was said. You can withdraw until the results come out, on the page of the round.',
    back: 'See the round',
    you: 'About the journey',
    canTravel: 'I can travel',
    datesFit: (dates: string) => `I am free on these dates: ${dates}`,
    under18: 'I am under 18',
    under18Hint: 'We will give you a link so that your mother, father or guardian can give permission.',
    english: 'Your English, as you declare it',
    englishAsked: (level: string) => `This round asks for ${level} or more.`,
    untold: 'I do not say',
    dossier: 'Your dossier',
    dossierText:
      'It is read only if your score falls in the review zone, without your name. Do not write in it who you are. You can save now and finish later.',
    limit: 'Up to 150 words',
    consents: 'Your consent, purpose by purpose',
    selection: 'To the round',
    selectionText:
      'I agree that my right answers in the sealed forms and what I write here are used to decide the seats. Without this one cannot compete. It is kept with its date, and I can take it back.',
    transfer: 'To sending data to Boston',
    transferText:
      'I agree that, if I get a seat, the university sends my name and my travel documents to the institution in Boston. You may refuse: you compete just the same.',
    send: 'Save my application',
    refused: {
      applications_closed: 'Applications have closed: this change was not saved.',
      too_many_answers: 'The questions changed while you wrote. Copy your answers and open the page again.',
      invalid: 'It was not saved. Look at what is marked.',
    },
    tooLong: 'It is over 150 words: shorten it a little.',
  },
});
