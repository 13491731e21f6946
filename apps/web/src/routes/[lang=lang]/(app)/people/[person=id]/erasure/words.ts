import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: 'Borrar los datos de una persona',
    back: 'Personas',
    goes: {
      title: 'Se borra, para siempre',
      list: [
        'Nombres, documento, código y correo',
        'Su cuenta, sus claves y sus sesiones abiertas',
        'El vínculo entre la persona y lo que respondió',
        'Lo que escribió al postular, y los datos de quien dio permiso por ella',
        'Lo que sus teléfonos aún no enviaron: ya no llegará',
      ],
    },
    stays: {
      title: 'Se queda, sin nombre',
      list: [
        'Sus respuestas, y lo que se contó con ellas',
        'Los cortes de datos y las actas: solo llevan códigos',
        'El registro de auditoría: solo lleva identificadores',
      ],
    },
    why: 'Motivo, sin nombres',
    whyHint: 'Queda en el registro de auditoría. Por ejemplo: «Solicitud 12-2026»',
    confirm: (name: string) => `Entiendo que los datos de ${name} no se podrán recuperar.`,
    erase: 'Borrar sus datos',
    busy: 'Borrando…',
    refused: 'No se borró nada. Revisa lo marcado.',
    errors: {
      why: 'Escribe el motivo, sin apellidos, código, documento ni correo: queda para siempre.',
      confirm: 'Marca que lo entiendes.',
    },
    conflicts: {
      own_account: 'Estos son tus datos: los borra otra persona que administre tu institución.',
      round_under_way:
        'No se borró nada: es parte de una convocatoria cuyos datos ya se congelaron y que sigue abierta. Espera a que se cierre, o pide que retire su postulación.',
      sitting_under_way:
        'No se borró nada: está rindiendo una sesión supervisada. Espera a que termine su intento.',
    },
  },
  en: {
    title: 'Erase the data of a person',
    back: 'People',
    goes: {
      title: 'Is erased, for good',
      list: [
        'Names, document, code and e-mail',
        'Their account, its secrets and open sessions',
        'The link between the person and what they answered',
        'What they wrote to apply, and the data of whoever consented for them',
        'What their phones have not sent yet: it will not arrive any more',
      ],
    },
    stays: {
      title: 'Stays, without a name',
      list: [
        'Their answers, and what was counted from them',
        'Snapshots and actas: they hold codes only',
        'The audit log: it holds ids only',
      ],
    },
    why: 'Reason, without names',
    whyHint: 'It stays in the audit log. For example: “Request 12-2026”',
    confirm: (name: string) => `I understand that the data of ${name} cannot be brought back.`,
    erase: 'Erase their data',
    busy: 'Erasing…',
    refused: 'Nothing was erased. Look at what is marked.',
    errors: {
      why: 'Write the reason, without surnames, code, document or e-mail: it stays for good.',
      confirm: 'Tick that you understand.',
    },
    conflicts: {
      own_account: 'These are your own data: another administrator of your institution erases them.',
      round_under_way:
        'Nothing was erased: they are in a selection round whose data are frozen and which is still open. Wait until it is closed, or ask them to withdraw.',
      sitting_under_way:
        'Nothing was erased: they are in a proctored sitting. Wait until their attempt has ended.',
    },
  },
});
