import { messages } from '#lib/i18n.ts';

export const nowWords = messages({
  es: {
    results: (at: string, until: string) => `Resultados: ${at}. Reclamos hasta el ${until}.`,
    otherPerson: 'Tú diste el primer paso: el segundo lo da otra persona de la coordinación.',
    waitsFor: 'Todavía no se puede:',
    reliabilityWhy: 'Por qué se publica con una fiabilidad bajo .90',
    reliabilityHint: 'Cuarenta letras o más. Queda en el registro y en el acta: no nombres a nadie.',
    drawn: (what: string, place: string) => `Lo anunciado: ${what}. Se lee en: ${place}.`,
    numbers: 'Lo que salió, tal como se leyó',
    at: 'Hora de los resultados',
    atHint: (city: string) => `De ${city}. Vacía: ahora mismo.`,
    stages: {
      policy: 'La política se escribe antes de los datos y se ensaya con personas inventadas.',
      rehearsed: 'Mira el ensayo. Si conviene, una persona la propone y otra la publica.',
      proposed: 'Una persona pidió publicarla. Con la segunda firma queda cerrada y quien postula la lee.',
      data: 'Nadie puede cambiar la política. Se postula y se rinden las formas selladas.',
      snapshot:
        'La evidencia está congelada. Puente ordena y simula los puestos; al terminar pasa a revisión.',
      review: 'Decide lo que la política dijo para la zona. Los nombres siguen ocultos.',
      approval: 'Una persona pidió aprobar el resultado tal como está. La segunda firma lo deja fijo.',
      approved: 'El resultado no cambia más. Falta la hora en que todas las personas lo leen.',
      results: 'Cada candidatura lee su resultado y puede reclamar hasta el plazo.',
      closed: 'El acta está sellada y cualquiera puede leerla.',
    },
    acts: {
      write_policy: { button: 'Escribir la política', what: '' },
      rehearse: {
        button: 'Ensayar la política',
        what: 'La prueba con personas inventadas: qué fiabilidad tendría, cuántas de las mejores encontraría. Tarda unos segundos.',
      },
      propose_policy: {
        button: 'Proponer que se publique',
        what: 'Otra persona de la coordinación la lee y la publica, o la devuelve.',
      },
      return_policy: {
        button: 'Devolver la política',
        what: 'Vuelve a escribirse; el ensayo deja de valer.',
      },
      publish_policy: {
        button: 'Publicar la política',
        what: 'Queda cerrada para siempre y quien postula la lee. No se puede deshacer.',
      },
      freeze: {
        button: 'Congelar los datos',
        what: 'Se escribe un archivo sin nombres con la política y los aciertos de cada persona que cumple las condiciones. Su huella queda en el registro y a la vista de cada candidatura. Una sola vez.',
      },
      read_dossier: { button: 'Leer expedientes', what: '' },
      declare_conflict: { button: 'Declarar un conflicto', what: '' },
      enter_draw: {
        button: 'Anotar el sorteo público',
        what: 'Tal como se leyó en el lugar anunciado. Una sola vez.',
      },
      propose_override: { button: 'Proponer un cambio a mano', what: '' },
      decide_override: { button: 'Decidir los cambios propuestos', what: '' },
      propose_outcome: {
        button: 'Proponer que se apruebe',
        what: 'El resultado tal como está ahora. Lo aprueba otra persona, o lo devuelve.',
      },
      return_outcome: { button: 'Devolver a revisión', what: 'La revisión sigue abierta.' },
      approve_outcome: {
        button: 'Aprobar el resultado',
        what: 'Cada resultado queda escrito y no cambia más. Los nombres ya pueden verse.',
      },
      publish_results: {
        button: 'Fijar la hora de los resultados',
        what: 'A esa hora, y no antes, cada persona lee el suyo. Desde entonces corre el plazo de reclamos.',
      },
      answer_claim: { button: 'Responder reclamos', what: '' },
      close: {
        button: 'Cerrar la convocatoria',
        what: 'Sella el acta, que desde entonces cualquiera puede leer. No se puede deshacer.',
      },
    },
    waits: {
      applications_open: (when: string) => `las postulaciones cierran el ${when}`,
      applications_closed: (when: string) =>
        `las postulaciones cerraron el ${when}: nadie puede ya responder el expediente ni declarar su inglés`,
      sittings_unsettled: (_: string) => 'una sesión aún puede recibir respuestas',
      records_incomplete: (_: string) => 'a una sesión le falta su registro de supervisión: mira abajo cuál',
      dossiers: (_: string) => 'hay expedientes que esperan lectura',
      draw: (_: string) => 'falta anotar el sorteo público',
      overrides: (_: string) => 'un cambio a mano espera a otra persona',
      draw_hour: (when: string) => `el sorteo se anunció para el ${when}`,
      draw_made: (when: string) =>
        `el sorteo público ya se leyó (${when}): la evidencia se congela antes de que se conozca`,
      draw_entered: (_: string) => 'ya está anotado',
      claims_open: (when: string) => `los reclamos se reciben hasta el ${when}`,
      claims_unanswered: (_: string) => 'hay reclamos sin responder',
      sitting_begun: (_: string) => 'una sesión ya empezó: la política va antes que los datos',
      reliability: (_: string) =>
        'en el ensayo la fiabilidad queda bajo .85: mide con más preguntas o más cursos',
      no_policy: (_: string) => 'aún no hay política',
    },
  },
  en: {
    results: (at: string, until: string) => `Results: ${at}. Claims until ${until}.`,
    otherPerson: 'You did the first half: another person of the programme does the second.',
    waitsFor: 'Not yet possible:',
    reliabilityWhy: 'Why it is published with a reliability below .90',
    reliabilityHint: 'Forty letters or more. It stands in the log and in the acta: name nobody.',
    drawn: (what: string, place: string) => `As announced: ${what}. Read at: ${place}.`,
    numbers: 'What came out, as it was read',
    at: 'Hour of the results',
    atHint: (city: string) => `Of ${city}. Empty: right now.`,
    stages: {
      policy: 'The policy is written before the data, and rehearsed on made-up people.',
      rehearsed: 'Look at the rehearsal. If it will do, one person proposes it and another publishes it.',
      proposed:
        'One person asked to publish it. With the second signature it is locked and candidates read it.',
      data: 'Nobody can change the policy. Students apply, and sit the sealed forms.',
      snapshot: 'The evidence is frozen. Puente ranks and simulates ranks; then the review begins.',
      review: 'What the policy said for the zone decides. Names stay hidden.',
      approval: 'One person asked to approve the outcome as it stands. The second signature fixes it.',
      approved: 'The outcome changes no more. The hour at which everybody reads it is missing.',
      results: 'Each candidate reads their result and may claim until the deadline.',
      closed: 'The acta is sealed and anybody may read it.',
    },
    acts: {
      write_policy: { button: 'Write the policy', what: '' },
      rehearse: {
        button: 'Rehearse the policy',
        what: 'It is tried on made-up people: how reliable it would be, how many of the best it would find. It takes some seconds.',
      },
      propose_policy: {
        button: 'Propose to publish it',
        what: 'Another person of the programme reads and publishes it, or returns it.',
      },
      return_policy: { button: 'Return the policy', what: 'It is written again; the rehearsal is void.' },
      publish_policy: {
        button: 'Publish the policy',
        what: 'It is locked for good and candidates read it. This cannot be undone.',
      },
      freeze: {
        button: 'Freeze the data',
        what: 'A file without names is written: the policy, and the right answers of everybody who meets the conditions. Its hash stands in the log and is shown to every candidate. Only once.',
      },
      read_dossier: { button: 'Read dossiers', what: '' },
      declare_conflict: { button: 'Declare a conflict', what: '' },
      enter_draw: {
        button: 'Enter the public draw',
        what: 'As it was read at the announced place. Only once.',
      },
      propose_override: { button: 'Propose a change by hand', what: '' },
      decide_override: { button: 'Decide the proposed changes', what: '' },
      propose_outcome: {
        button: 'Propose to approve it',
        what: 'The outcome as it stands now. Another person approves it, or returns it.',
      },
      return_outcome: { button: 'Return to review', what: 'The review stays open.' },
      approve_outcome: {
        button: 'Approve the outcome',
        what: 'Each outcome is written and changes no more. Names may be shown.',
      },
      publish_results: {
        button: 'Set the hour of the results',
        what: 'At that hour, and not before, each person reads theirs. From then on claims are taken.',
      },
      answer_claim: { button: 'Answer claims', what: '' },
      close: {
        button: 'Close the round',
        what: 'It seals the acta, which anybody may read from then on. This cannot be undone.',
      },
    },
    waits: {
      applications_open: (when: string) => `applications close on ${when}`,
      applications_closed: (when: string) =>
        `applications closed on ${when}: nobody can answer a dossier or declare their English any more`,
      sittings_unsettled: (_: string) => 'a sitting may still receive answers',
      records_incomplete: (_: string) => 'a sitting lacks its proctor’s record: see below which',
      dossiers: (_: string) => 'dossiers wait for a reader',
      draw: (_: string) => 'the public draw is not entered',
      overrides: (_: string) => 'a change by hand waits for another person',
      draw_hour: (when: string) => `the draw was announced for ${when}`,
      draw_made: (when: string) =>
        `the public draw was read already (${when}): evidence is frozen before it can be known`,
      draw_entered: (_: string) => 'it is entered',
      claims_open: (when: string) => `claims are taken until ${when}`,
      claims_unanswered: (_: string) => 'some claims are not answered',
      sitting_begun: (_: string) => 'a sitting has begun: the policy comes before the data',
      reliability: (_: string) =>
        'in rehearsal the reliability is below .85: measure with more items or courses',
      no_policy: (_: string) => 'there is no policy yet',
    },
  },
});
