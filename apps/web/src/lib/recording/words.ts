import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    saving: 'Guardando…',
    sending: 'Enviando…',
    saved: '✓ Guardado',
    here: 'En este teléfono:',
    waiting: (n: number) => `${n} por enviar`,
    alone: 'Solo en esta página',
    refusedCount: (n: number) => (n === 1 ? '1 no recibida' : `${n} no recibidas`),
    unsent: {
      'no-signal': 'Sin señal',
      'signed-out': 'Tu sesión terminó',
      busy: 'Puente no responde ahora',
    },
    phone: 'Guardado en este teléfono: puedes seguir, se enviará cuando haya señal.',
    signedOut: 'Guardado en este teléfono: ingresa en otra pestaña y vuelve aquí.',
    page: 'El teléfono no deja guardar: no cierres esta página hasta que se envíe.',
    retry: 'Enviar ahora',
    signIn: 'Ingresar',
    leave: 'Hay respuestas que este teléfono no pudo guardar. Si sales, se pierden. ¿Salir?',
  },
  en: {
    saving: 'Saving…',
    sending: 'Sending…',
    saved: '✓ Saved',
    here: 'On this phone:',
    waiting: (n: number) => `${n} to send`,
    alone: 'On this page only',
    refusedCount: (n: number) => `${n} not received`,
    unsent: {
      'no-signal': 'No signal',
      'signed-out': 'Your session has ended',
      busy: 'Puente is not answering now',
    },
    phone: 'Saved on this phone: you may go on, it is sent once there is a signal.',
    signedOut: 'Saved on this phone: sign in in another tab and come back here.',
    page: 'The phone does not let us save: do not close this page before it is sent.',
    retry: 'Send now',
    signIn: 'Sign in',
    leave: 'This phone could not keep some answers. If you leave, they are lost. Leave?',
  },
});
