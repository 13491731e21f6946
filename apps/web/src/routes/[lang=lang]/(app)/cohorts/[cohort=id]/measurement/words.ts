import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: 'Medición',
    lead: 'Cuánto cambió el grupo entre la foto inicial y la evaluación final, en saber y en confianza.',
    noEffect:
      'Sin un grupo de comparación esto es un cambio, no un efecto: no sabemos qué habría pasado sin el curso.',
    matched: (share: string) =>
      `Solo el ${share} de quienes tomaron la foto inicial tomó también la final. Con menos del 80 %, el cambio puede ser el de quienes se quedaron, no el del grupo.`,
    knowledge: 'Saber',
    confidence: 'Confianza',
    bars: 'Antes → después',
    unit: 'Puntos porcentuales; entre corchetes, el intervalo de 95 %.',
    table: 'Las cifras del cambio',
    head: {
      what: 'Medida',
      before: 'Antes',
      after: 'Después',
      change: 'Cambio',
      interval: 'Intervalo de 95 %',
      pairs: 'Pares',
    },
    rows: {
      knowledge: 'Saber: aciertos, %',
      confidence: 'Confianza media, %',
      accuracy: 'Aciertos en lo respondido, %',
      bias: 'Sesgo: confianza − aciertos',
      brier: 'Puntaje de Brier, 0–1 (menos es mejor)',
    },
    pending: 'Las cifras se están calculando',
    pendingText: 'La sección es grande y es la primera vez. Vuelve en unos minutos.',
    isComparison: (cohort: string, seed: string) =>
      `Esta sección es el grupo de comparación de ${cohort}: toma las formas sin el curso. Se formó por sorteo, con la semilla ${seed}.`,
    compared: {
      title: 'Con y sin el curso',
      caption: 'Cambio en saber, puntos porcentuales',
      course: 'Con el curso',
      without: (cohort: string) => `Sin el curso: ${cohort}`,
      effect: 'Efecto del curso: la diferencia',
      why: 'Quién quedó sin el curso lo decidió un sorteo; por eso la diferencia es un efecto y no solo un cambio.',
      few: (pairs: number) =>
        `El grupo de comparación tiene ${pairs === 1 ? '1 par' : `${pairs} pares`}; hacen falta 10 en cada lado. Hasta entonces esto es un cambio, no un efecto.`,
      draw: 'Sortear un grupo de comparación',
    },
    repeats: {
      title: 'El mismo cambio, visto de otros modos',
      caption: 'Cambio en saber y en confianza, con el tamaño d y su intervalo',
      knowledge: 'Saber, todos los pares',
      confidence: 'Confianza, todos los pares',
      withoutAnchors: 'Saber, sin las preguntas repetidas',
      withoutRapid: (excluded: number) =>
        `Saber, sin ${excluded === 1 ? '1 par' : `${excluded} pares`} con respuestas muy rápidas`,
      latent: (model: string) => `Saber, en la escala del modelo ${model}`,
      retest: 'Efecto de volver a ver la pregunta',
      hake: 'Ganancia normalizada del grupo, ⟨g⟩',
      d: 'd',
      needs: 'pide 30 pares',
      models: { rasch: 'de Rasch', '2pl': 'de dos parámetros' },
      latentWhy: (model: string, people: number) =>
        `El modelo ${model} se ajustó con ${people} personas por forma en la foto inicial; su unidad es la desviación de esa foto. El intervalo cuenta también el error de los parámetros de las preguntas.`,
      noLatent:
        'Aún no hay modelo de respuesta: hacen falta 100 personas por forma en la foto inicial, y 10 pares.',
      why: 'Las anclas son las preguntas que ambas formas comparten: quien las ve dos veces puede recordarlas. Responder más de una décima parte sin tiempo de leer es una señal, no una prueba.',
    },
    feeling: {
      title: 'Qué tan capaz se siente cada quien',
      caption: 'De 1 a 5, por objetivo. No es la confianza en una respuesta: se informa aparte',
      objective: 'Objetivo',
      before: 'Antes',
      after: 'Después',
      gain: 'Cambio',
      shift: 'Cambio de vara',
      why: 'Al final se pregunta también «mirando atrás, ¿dónde estabas?». La diferencia con lo que dijeron al empezar es el cambio de vara: si es negativa, ahora ven que sabían menos.',
      none: 'Se pregunta al terminar la foto inicial y la evaluación final; aún no hay 10 personas con las dos.',
      few: (pairs: number) => `${pairs} de 10 pares`,
    },
    delayed: {
      title: 'Qué queda meses después',
      text: (people: number, days: number) =>
        `${people} personas tomaron la evaluación diferida, ${days} días después de la final.`,
      mean: (estimate: string) =>
        `En esa forma, que nadie había visto, acertaron en promedio, en %: ${estimate}. Es otra forma: no se compara con la final.`,
      anchors: (closing: string, delayed: string, change: string, bounds: string) =>
        `En las preguntas que ambas comparten, en %: de ${closing} a ${delayed}, cambio ${change} ${bounds}.`,
      few: 'Para comparar hacen falta 10 personas con las dos y preguntas en común.',
      none: 'Aún no hay una evaluación diferida: se prepara en «Evaluaciones», de 3 a 6 meses después.',
    },
    orders: {
      title: 'Quién tomó qué forma primero',
      order: 'Orden',
      pairs: 'Pares',
      change: 'Cambio',
      why: 'Una forma más difícil se ve como una diferencia entre los órdenes; el cambio del grupo es el promedio de los dos.',
    },
    calibration: {
      title: 'Calibración',
      before: 'Antes',
      after: 'Después',
      pairs: 'De los mismos pares, antes y después.',
      all: 'De todas las personas que tomaron cada evaluación: aún no hay 10 pares.',
    },
    flow: {
      title: 'A quiénes cuenta',
      caption: 'Del total de la sección a los pares que cuentan',
      enrolled: 'En la sección',
      opening: 'Foto inicial',
      closing: 'Evaluación final',
      pairs: 'Pares (ambas)',
      unfinished: (opening: number, closing: number) =>
        `Empezaron y no terminaron: ${opening} la foto inicial, ${closing} la final. No cuentan en ninguna.`,
      left: (n: number) =>
        n === 1
          ? '1 persona tomó la inicial y no la final.'
          : `${n} personas tomaron la inicial y no la final.`,
    },
    leavers: {
      title: 'Quienes se quedaron y quienes se fueron',
      caption: 'Aciertos en la foto inicial, %',
      stayed: 'Se quedaron',
      left: 'Se fueron',
      difference: 'Diferencia',
      few: 'Hacen falta al menos 10 de cada lado para compararlos.',
      bound: (value: string) =>
        `Si quienes se fueron no hubieran ganado nada, el cambio en saber sería ${value}.`,
    },
    how: {
      title: 'Cómo se calcula',
      points: [
        'Cuentan quienes tomaron la foto inicial y la evaluación final: los mismos, antes y después. A la mitad le toca primero la forma A y a la otra mitad la B, al azar.',
        'El cambio es el promedio de los cambios de los dos órdenes (A→B y B→A), con un intervalo t de 95 %.',
        'La confianza es el promedio de la probabilidad que cada quien dio antes de ver si acertaba. El sesgo es confianza menos aciertos: positivo si el grupo confía de más.',
        'El puntaje de Brier es el promedio de la distancia al cuadrado entre lo que dijeron y lo que pasó.',
        'El tamaño del cambio, d, divide el cambio entre la desviación promedio de antes y después, con la corrección de Hedges; pide 30 pares.',
        'La ganancia normalizada es cuánto de lo que faltaba se ganó, con los promedios del grupo y el intervalo de Fieller. Menos de 0.3 es baja y más de 0.7 alta.',
        'Cada punto de la calibración necesita 10 respuestas. Sobre la diagonal, lo que el grupo dice es lo que pasa.',
        'El modelo de respuesta es el de Rasch desde 100 personas por forma y el de dos parámetros desde 500; antes, ninguno.',
        'Son cifras del grupo: nunca ordenan a las personas.',
      ],
    },
  },
  en: {
    title: 'Measurement',
    lead: 'How much the group changed between the first picture and the final assessment, in knowledge and in confidence.',
    noEffect:
      'Without a comparison group this is a change, not an effect: we do not know what would have happened without the course.',
    matched: (share: string) =>
      `Only ${share} of those who took the first picture took the final one too. Under 80%, the change may be that of those who stayed, not of the group.`,
    knowledge: 'Knowledge',
    confidence: 'Confidence',
    bars: 'Before → after',
    unit: 'Percentage points; in brackets, the 95% interval.',
    table: 'The figures of the change',
    head: {
      what: 'Measure',
      before: 'Before',
      after: 'After',
      change: 'Change',
      interval: '95% interval',
      pairs: 'Pairs',
    },
    rows: {
      knowledge: 'Knowledge: right, %',
      confidence: 'Mean confidence, %',
      accuracy: 'Right of what was answered, %',
      bias: 'Bias: confidence − right',
      brier: 'Brier score, 0–1 (lower is better)',
    },
    pending: 'The figures are being computed',
    pendingText: 'The cohort is large and this is the first time. Come back in a few minutes.',
    isComparison: (cohort: string, seed: string) =>
      `This cohort is the comparison of ${cohort}: it takes the forms without the course. A lot drew it, with the seed ${seed}.`,
    compared: {
      title: 'With and without the course',
      caption: 'Change in knowledge, percentage points',
      course: 'With the course',
      without: (cohort: string) => `Without the course: ${cohort}`,
      effect: 'Effect of the course: the difference',
      why: 'A lot decided who stayed without the course; so the difference is an effect and not just a change.',
      few: (pairs: number) =>
        `The comparison has ${pairs === 1 ? '1 pair' : `${pairs} pairs`}; ten are needed on either side. Until then this is a change, not an effect.`,
      draw: 'Draw a comparison group by lot',
    },
    repeats: {
      title: 'The same change, seen in other ways',
      caption: 'Change in knowledge and confidence, with its size d and interval',
      knowledge: 'Knowledge, all pairs',
      confidence: 'Confidence, all pairs',
      withoutAnchors: 'Knowledge, without the repeated questions',
      withoutRapid: (excluded: number) =>
        `Knowledge, without ${excluded === 1 ? '1 pair' : `${excluded} pairs`} with very fast answers`,
      latent: (model: string) => `Knowledge, on the scale of the ${model} model`,
      retest: 'Effect of meeting the question again',
      hake: 'Normalised gain of the group, ⟨g⟩',
      d: 'd',
      needs: 'needs 30 pairs',
      models: { rasch: 'Rasch', '2pl': 'two-parameter' },
      latentWhy: (model: string, people: number) =>
        `The ${model} model was fitted on ${people} people a form in the first picture; its unit is the deviation of that picture. The interval counts the error of the questions’ parameters too.`,
      noLatent: 'No response model yet: it needs 100 people a form in the first picture, and 10 pairs.',
      why: 'Anchors are the questions that both forms share: whoever meets them twice may remember them. To answer more than a tenth without time to read is a flag, not proof.',
    },
    feeling: {
      title: 'How able each one feels',
      caption: 'From 1 to 5, by objective. It is not the confidence in an answer: it is reported apart',
      objective: 'Objective',
      before: 'Before',
      after: 'After',
      gain: 'Change',
      shift: 'Response shift',
      why: 'At the end we also ask “looking back, where were you?”. The difference to what they said at the start is the response shift: where negative, they now see that they knew less.',
      none: 'It is asked after the first picture and the final assessment; there are not 10 people with both yet.',
      few: (pairs: number) => `${pairs} of 10 pairs`,
    },
    delayed: {
      title: 'What stays months later',
      text: (people: number, days: number) =>
        `${people} people took the delayed assessment, ${days} days after the final one.`,
      mean: (estimate: string) =>
        `On that form, which nobody had seen, the mean right was, in %, ${estimate}. It is another form: it is not compared with the final one.`,
      anchors: (closing: string, delayed: string, change: string, bounds: string) =>
        `On the questions that both share, in %: from ${closing} to ${delayed}, change ${change} ${bounds}.`,
      few: 'To compare, 10 people with both are needed, and questions in common.',
      none: 'No delayed assessment yet: prepare it under “Assessments”, 3 to 6 months later.',
    },
    orders: {
      title: 'Who took which form first',
      order: 'Order',
      pairs: 'Pairs',
      change: 'Change',
      why: 'A harder form shows as a difference between the orders; the change of the group is the mean of the two.',
    },
    calibration: {
      title: 'Calibration',
      before: 'Before',
      after: 'After',
      pairs: 'Of the same pairs, before and after.',
      all: 'Of everybody who took each assessment: there are not 10 pairs yet.',
    },
    flow: {
      title: 'Who counts',
      caption: 'From everybody in the cohort to the pairs that count',
      enrolled: 'In the cohort',
      opening: 'First picture',
      closing: 'Final assessment',
      pairs: 'Pairs (both)',
      unfinished: (opening: number, closing: number) =>
        `Began and did not finish: ${opening} the first picture, ${closing} the final. They count in neither.`,
      left: (n: number) =>
        n === 1
          ? '1 person took the first and not the final.'
          : `${n} people took the first and not the final.`,
    },
    leavers: {
      title: 'Those who stayed and those who left',
      caption: 'Right in the first picture, %',
      stayed: 'Stayed',
      left: 'Left',
      difference: 'Difference',
      few: 'At least 10 on either side are needed to compare them.',
      bound: (value: string) =>
        `Had those who left gained nothing, the change in knowledge would be ${value}.`,
    },
    how: {
      title: 'How it is computed',
      points: [
        'Those count who took both the first picture and the final assessment: the same people, before and after. Half meet form A first and the other half form B, by chance.',
        'The change is the mean of the changes of both orders (A→B and B→A), with a 95% t interval.',
        'Confidence is the mean of the probability that each person gave before knowing whether they were right. Bias is confidence minus right: positive where the group is too confident.',
        'The Brier score is the mean squared distance between what they said and what happened.',
        'The size of the change, d, divides the change by the mean deviation of before and after, with Hedges’ correction; it asks for 30 pairs.',
        'Normalised gain is how much of what was missing was gained, by the means of the group, with Fieller’s interval. Under 0.3 is low, over 0.7 high.',
        'Each dot of the calibration needs 10 answers. On the diagonal, what the group says is what happens.',
        'The response model is Rasch from 100 people a form and the two-parameter one from 500; before that, none.',
        'These are figures of the group: they never order people.',
      ],
    },
  },
});
