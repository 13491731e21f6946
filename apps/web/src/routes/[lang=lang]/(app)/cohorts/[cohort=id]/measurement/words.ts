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
    effect: {
      title: 'Tamaño del cambio',
      knowledge: 'Saber, d',
      confidence: 'Confianza, d',
      hake: 'Ganancia normalizada del grupo, ⟨g⟩',
      needs: 'hacen falta 30 pares',
      value: 'Valor',
    },
    orders: {
      title: 'Quién tomó qué forma primero',
      order: 'Orden',
      pairs: 'Pares',
      change: 'Cambio',
      why: 'Una forma más difícil se ve como una diferencia entre los órdenes; el cambio del grupo es el promedio de los dos.',
    },
    anchors: {
      title: 'Con y sin las preguntas repetidas',
      with: 'Con anclas',
      without: 'Sin anclas',
      retest: 'Efecto de volver a ver la pregunta',
      none: 'Las formas no comparten preguntas.',
      why: 'Las anclas son las preguntas que ambas formas comparten: quien las ve dos veces puede recordarlas. La diferencia es lo que suma haberlas visto.',
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
        'La ganancia normalizada es cuánto de lo que faltaba se ganó, con los promedios del grupo. Menos de 0.3 es baja y más de 0.7 alta.',
        'Cada punto de la calibración necesita 10 respuestas. Sobre la diagonal, lo que el grupo dice es lo que pasa.',
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
    effect: {
      title: 'Size of the change',
      knowledge: 'Knowledge, d',
      confidence: 'Confidence, d',
      hake: 'Normalised gain of the group, ⟨g⟩',
      needs: '30 pairs are needed',
      value: 'Value',
    },
    orders: {
      title: 'Who took which form first',
      order: 'Order',
      pairs: 'Pairs',
      change: 'Change',
      why: 'A harder form shows as a difference between the orders; the change of the group is the mean of the two.',
    },
    anchors: {
      title: 'With and without the repeated questions',
      with: 'With anchors',
      without: 'Without anchors',
      retest: 'Effect of meeting the question again',
      none: 'The forms share no questions.',
      why: 'Anchors are the questions that both forms share: whoever meets them twice may remember them. The difference is what meeting them adds.',
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
        'Normalised gain is how much of what was missing was gained, by the means of the group. Under 0.3 is low, over 0.7 high.',
        'Each dot of the calibration needs 10 answers. On the diagonal, what the group says is what happens.',
        'These are figures of the group: they never order people.',
      ],
    },
  },
});
