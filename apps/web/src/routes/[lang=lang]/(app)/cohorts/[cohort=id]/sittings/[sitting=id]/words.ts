import { number } from '#lib/format.ts';
import { messages } from '#lib/i18n.ts';

const models = { rasch: 'Rasch', '2pl': '2PL' } as const;

export const words = messages({
  es: {
    back: 'Evaluaciones',
    lead: 'Qué dice esta evaluación de sus preguntas, de sus formas y de cuánto se le puede creer.',
    waits: 'Aún no hay análisis',
    waitsText: 'Se calcula solo, en los minutos que siguen al cierre. Vuelve entonces.',
    due: 'Llegaron respuestas o cambió una clave después de este cálculo: se está haciendo de nuevo.',
    form: (name: string) => `Forma ${name}`,
    people: (people: number, started: number) =>
      `${number(people)} ${people === 1 ? 'persona la terminó' : 'personas la terminaron'}; la vieron ${number(started)}.`,
    few: (people: number) =>
      `Pocos datos: ${number(people)} personas. Desde 50 se muestran cifras de las preguntas y desde 100 se actúa con ellas.`,
    mean: 'Aciertos, promedio, %',
    alpha: 'Fiabilidad α',
    sem: 'Error de medida, puntos porcentuales',
    model: {
      rasch: (people: number, guessing: number) =>
        `Modelo de ${models.rasch}, con ${number(people)} personas${guessing > 0 ? `; azar fijado en ${number(guessing, 2)}` : ''}.`,
      '2pl': (people: number, guessing: number) =>
        `Modelo de dos parámetros, con ${number(people)} personas${guessing > 0 ? `; azar fijado en ${number(guessing, 2)}` : ''}.`,
      opening: (people: number) =>
        `Parámetros de la foto inicial, con ${number(people)} personas por forma: quedan fijos.`,
      responses: (people: number) =>
        `Sin modelo: ${number(people)} respuestas por pregunta, y hacen falta 100.`,
      'not-converged': () => 'Sin modelo: las respuestas no lo permiten (no converge).',
      'no-opening': () => 'Sin modelo: la foto inicial no tiene uno del que tomar los parámetros.',
    },
    link: {
      title: 'Cómo se unen las formas',
      methods: {
        'mean-mean': 'media–media sobre las anclas',
        'stocking-lord': 'Stocking y Lord sobre las anclas',
        'random-groups': 'grupos al azar, porque quedan menos de cuatro anclas',
      },
      text: (from: string, to: string, method: string, a: string, b: string, anchors: number) =>
        `${from} pasa a la escala de ${to} por ${method}: A = ${a}, B = ${b}, con ${anchors} anclas.`,
      dropped: (items: string) => `Salieron por moverse: ${items}.`,
    },
    effort: (rapid: number, people: number) =>
      `${number(rapid)} de ${number(people)} respondieron más de una décima parte sin tiempo de leer: una señal, no una prueba.`,
    items: {
      caption: 'Pregunta por pregunta, por su código',
      item: 'Pregunta',
      difficulty: 'Aciertos',
      discrimination: 'r',
      kelley: 'D',
      b: 'b ± error',
      distractors: 'Distractores que sirven',
      shown: 'Vista',
      advice: 'Qué hacer',
    },
    advice: { keep: 'queda', review: 'revisar', 'check-key': 'revisar la clave ya' },
    states: { 'in use': '', rests: 'descansa', retired: 'retirada' },
    leaked: 'más fácil que antes: pudo filtrarse',
    constant: 'todas iguales',
    noAdvice: 'pocos datos para actuar',
    how: 'Entre corchetes, el intervalo de 95 %: de Feldt para α, de Fisher para r, de Newcombe para D. r es la correlación de la pregunta con el total sin ella; menos de .10 se revisa, menos de 0 se revisa la clave. D compara el 27 % que más acierta con el que menos. Un distractor sirve si lo elige 5 % o más, y quien sabe menos. b es la dificultad, en desviaciones de la foto inicial. Una pregunta de ganancia descansa dos ciclos después del suyo; una sellada se usa una vez.',
  },
  en: {
    back: 'Assessments',
    lead: 'What this assessment says of its questions, its forms, and how far it can be trusted.',
    waits: 'No analysis yet',
    waitsText: 'It is computed by itself, in the minutes after the close. Come back then.',
    due: 'Answers arrived or a key changed after this was computed: it is being done anew.',
    form: (name: string) => `Form ${name}`,
    people: (people: number, started: number) =>
      `${number(people)} ${people === 1 ? 'person' : 'people'} finished it; ${number(started)} have seen it.`,
    few: (people: number) =>
      `Too little data: ${number(people)} people. From 50 the figures of questions are shown, from 100 they are acted upon.`,
    mean: 'Right, mean, %',
    alpha: 'Reliability α',
    sem: 'Error of measurement, percentage points',
    model: {
      rasch: (people: number, guessing: number) =>
        `${models.rasch} model, on ${number(people)} people${guessing > 0 ? `; guessing fixed at ${number(guessing, 2)}` : ''}.`,
      '2pl': (people: number, guessing: number) =>
        `Two-parameter model, on ${number(people)} people${guessing > 0 ? `; guessing fixed at ${number(guessing, 2)}` : ''}.`,
      opening: (people: number) =>
        `Parameters of the first picture, on ${number(people)} people a form: they stay fixed.`,
      responses: (people: number) => `No model: ${number(people)} responses an item, and 100 are needed.`,
      'not-converged': () => 'No model: the answers do not allow one (it does not converge).',
      'no-opening': () => 'No model: the first picture has none to take the parameters from.',
    },
    link: {
      title: 'How the forms are linked',
      methods: {
        'mean-mean': 'mean–mean on the anchors',
        'stocking-lord': 'Stocking and Lord on the anchors',
        'random-groups': 'random groups, since fewer than four anchors stay',
      },
      text: (from: string, to: string, method: string, a: string, b: string, anchors: number) =>
        `${from} goes to the scale of ${to} by ${method}: A = ${a}, B = ${b}, with ${anchors} anchors.`,
      dropped: (items: string) => `These moved and left: ${items}.`,
    },
    effort: (rapid: number, people: number) =>
      `${number(rapid)} of ${number(people)} answered more than a tenth without time to read: a flag, not proof.`,
    items: {
      caption: 'Question by question, by its code',
      item: 'Question',
      difficulty: 'Right',
      discrimination: 'r',
      kelley: 'D',
      b: 'b ± error',
      distractors: 'Distractors that work',
      shown: 'Seen by',
      advice: 'What to do',
    },
    advice: { keep: 'keep', review: 'review', 'check-key': 'check the key now' },
    states: { 'in use': '', rests: 'rests', retired: 'retired' },
    leaked: 'easier than before: it may have leaked',
    constant: 'all alike',
    noAdvice: 'too few to act on',
    how: 'In brackets, the 95% interval: Feldt’s for α, Fisher’s for r, Newcombe’s for D. r is the correlation of the question with the total without it; under .10 it is reviewed, under 0 its key is checked. D compares the best 27% with the weakest. A distractor works if 5% or more choose it, and those who know less. b is the difficulty, in deviations of the first picture. A gain question rests two terms after its own; a sealed one is used once.',
  },
});
