import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: 'Ingresar',
    email: 'Correo',
    password: 'Contraseña',
    byCode: 'Ingresar con mi código',
    institution: 'Institución',
    institutionHint: 'La palabra corta de tu universidad, como utp',
    studentCode: 'Código de estudiante',
    activate: '¿Primera vez? Activa tu cuenta',
    join: 'Tengo un código de seis letras de mi docente',
    stays: 'Sigues dentro 60 días en este teléfono.',
    refused: {
      credentials: 'No coinciden. Revisa mayúsculas y vuelve a escribir la contraseña.',
      tooMany: 'Demasiados intentos seguidos. Espera unos minutos y prueba otra vez.',
      invalid: 'Falta un dato o no tiene la forma esperada.',
    },
  },
  en: {
    title: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    byCode: 'Sign in with my student code',
    institution: 'Institution',
    institutionHint: 'The short word of your university, such as utp',
    studentCode: 'Student code',
    activate: 'First time? Activate your account',
    join: 'I have a six-letter code from my teacher',
    stays: 'You stay signed in for 60 days on this phone.',
    refused: {
      credentials: 'They do not match. Check capitals and type the password again.',
      tooMany: 'Too many tries in a row. Wait a few minutes and try again.',
      invalid: 'Something is missing or does not have the expected form.',
    },
  },
});
