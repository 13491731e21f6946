import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: 'Cambios a mano',
    lead: 'Dar plaza, reserva o dejar fuera por una razón que el puntaje no ve. Terminan antes de ver los nombres, y todos salen en el acta.',
    none: 'No hay cambios a mano',
    noneWhat: 'El resultado sale solo de la política. Cada cambio pide una razón y la firma de otra persona.',
    propose: 'Proponer un cambio',
    proposeWhat:
      'Quien recibe plaza a mano la toma primero; el orden llena las demás. Otra persona lo aprueba o lo rechaza.',
    code: 'Código',
    codeHint: 'Como en el cuadro: C-0192',
    to: 'Queda con',
    proposeAct: 'Proponer el cambio',
    states: { pending: 'espera a otra persona', approved: 'aprobado', refused: 'rechazado' },
    byYou: 'Lo propusiste tú',
    byOther: 'Lo propuso otra persona',
    decided: 'Se decidió',
    waits: 'Lo decide otra persona.',
    question: 'Tu decisión',
    approve: 'Aprobarlo',
    refuse: 'Rechazarlo',
    decide: 'Decidir',
  },
  en: {
    title: 'Changes by hand',
    lead: 'To seat, reserve or leave out for a reason that the score does not see. They end before names are shown, and all stand in the acta.',
    none: 'There are no changes by hand',
    noneWhat:
      'The outcome comes from the policy alone. Each change asks for a reason and another person’s signature.',
    propose: 'Propose a change',
    proposeWhat:
      'Whoever is seated by hand takes a seat first; the order fills the rest. Another person approves or refuses it.',
    code: 'Code',
    codeHint: 'As in the list: C-0192',
    to: 'They get',
    proposeAct: 'Propose the change',
    states: { pending: 'waits for another person', approved: 'approved', refused: 'refused' },
    byYou: 'You proposed it',
    byOther: 'Another person proposed it',
    decided: 'Decided',
    waits: 'Another person decides it.',
    question: 'Your decision',
    approve: 'Approve it',
    refuse: 'Refuse it',
    decide: 'Decide',
  },
});
