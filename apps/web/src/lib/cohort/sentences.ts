import { interval, number, signed } from '#lib/format.ts';
import { messages } from '#lib/i18n.ts';

interface Held {
  sureAndWrong: number;
  option: string;
}

interface BiasChange {
  change: number;
  closing: { value: number; interval: readonly [number, number] };
  interval: readonly [number, number];
}

/** An option quoted inside a sentence loses the full stop that it may carry. */
const quoted = (option: string) => option.trim().replace(/\.$/, '');

/** A change whose interval holds zero is no news in either direction. */
const directionOf = ({ change, interval: [low, high] }: BiasChange): 'up' | 'down' | 'same' =>
  low > 0 && change > 0 ? 'up' : high < 0 && change < 0 ? 'down' : 'same';

const points = (value: number, one: string, many: string) => {
  const text = number(Math.abs(value));
  return `${text} ${text === '1' ? one : many}`;
};

export const sentences = messages({
  es: {
    share: ({ sureAndWrong, of }: { sureAndWrong: number; of: number }) =>
      `${number(sureAndWrong)} de ${number(of)}`,
    believe: ({ sureAndWrong, option }: Held) =>
      `${sureAndWrong === 1 ? 'cree' : 'creen'} con seguridad: «${quoted(option)}»`,
    nothing: {
      unanswered: [
        'Todavía no hay respuestas',
        'Proyecta el código: quien entra con él empieza a responder en un minuto, y aquí verás en qué se equivoca con seguridad tu sección.',
      ],
      tooFew: [
        'Aún hay pocos datos para decir en qué se equivoca con seguridad esta sección.',
        'Hace falta que al menos 10 personas respondan una misma pregunta o concepto.',
      ],
      none: [
        'Nadie se equivoca hoy con seguridad en esta sección.',
        'Hay respuestas suficientes y ningún espejismo que espere remedio.',
      ],
    },
    sure: '«Con seguridad» quiere decir: con una confianza de 85 % o más.',
    mistaken: (concept: string) => `se equivocan con seguridad en: ${concept}`,
    biasChange: (bias: BiasChange) => {
      const amount = `${signed(bias.change)} ${interval(bias.interval)}`;
      const moved = {
        up: `La confianza se adelantó al acierto: sesgo ${amount}.`,
        down: `El acierto se adelantó a la confianza: sesgo ${amount}.`,
        same: `Confianza y acierto cambiaron a la par: sesgo ${amount}.`,
      };
      return moved[directionOf(bias)];
    },
    biasNow: ({ value, interval: bounds }: BiasChange['closing']) => {
      const amount = points(value, 'punto', 'puntos');
      if (bounds[0] <= 0 && bounds[1] >= 0) {
        return `Al final, no se distingue lo que el grupo confía de lo que acierta: sesgo ${signed(value)} ${interval(bounds)}.`;
      }
      return `Al final, el grupo confía ${amount} ${value > 0 ? 'más' : 'menos'} de lo que acierta: sesgo ${signed(value)} ${interval(bounds)}.`;
    },
    tooLittle: (n: number, reason: 'pairs' | 'orders') => {
      if (reason === 'orders') {
        return 'Aún hay pocos datos: las formas A y B tienen que haberse tomado en los dos órdenes, con dos pares en cada uno.';
      }
      if (n === 0) return 'Aún nadie tiene la foto inicial y la evaluación final.';
      return `Aún hay pocos datos: ${n === 1 ? '1 par' : `${n} pares`} de antes y después; hacen falta 10.`;
    },
    description: (before: number, after: number, change: number, bounds: readonly [number, number]) =>
      `de ${number(before)} a ${number(after)}: cambio ${signed(change)}, intervalo ${interval(bounds)}`,
    matched: (share: string) =>
      `Solo el ${share} de quienes tomaron la foto inicial tomó también la final: lee el cambio con cuidado.`,
    unit: (pairs: number) => `Puntos porcentuales, con intervalo de 95 % · ${number(pairs)} pares`,
    model: (kind: 'rasch' | '2pl', people: number) =>
      `Modelo de respuesta: ${kind === 'rasch' ? 'Rasch' : 'dos parámetros'}, con ${number(people)} personas por forma.`,
    noModel: 'Aún sin modelo de respuesta: pide 100 personas por forma.',
    change: 'Es un cambio: no hay grupo de comparación.',
    effect: ({ value, interval: bounds }: { value: number; interval: [number, number] }) =>
      `Frente al grupo sin curso, el efecto es ${signed(value)} ${interval(bounds)}.`,
    quietMessage: (address: string) =>
      `Hola. Hace unos días que no coincidimos en Puente. Empecemos por 10 minutos: ${address}\nRetomas donde quedaste; lo que respondiste sigue guardado. Si algo te frena, cuéntame y lo vemos.`,
  },
  en: {
    share: ({ sureAndWrong, of }: { sureAndWrong: number; of: number }) =>
      `${number(sureAndWrong)} of ${number(of)}`,
    believe: ({ sureAndWrong, option }: Held) =>
      `${sureAndWrong === 1 ? 'is' : 'are'} sure of this: “${quoted(option)}”`,
    nothing: {
      unanswered: [
        'No answers yet',
        'Project the code: whoever joins with it starts answering within a minute, and here you will see what your cohort is confidently wrong about.',
      ],
      tooFew: [
        'Too little data yet to say what this cohort is confidently wrong about.',
        'At least 10 people must have answered the same question or concept.',
      ],
      none: [
        'Nobody in this cohort is confidently wrong today.',
        'There are enough answers, and no mirage waits for a remedy.',
      ],
    },
    sure: '“Sure” means: with a confidence of 85% or more.',
    mistaken: (concept: string) => `are sure, and wrong, about: ${concept}`,
    biasChange: (bias: BiasChange) => {
      const amount = `${signed(bias.change)} ${interval(bias.interval)}`;
      const moved = {
        up: `Confidence ran ahead of accuracy: bias ${amount}.`,
        down: `Accuracy ran ahead of confidence: bias ${amount}.`,
        same: `Confidence and accuracy changed together: bias ${amount}.`,
      };
      return moved[directionOf(bias)];
    },
    biasNow: ({ value, interval: bounds }: BiasChange['closing']) => {
      const amount = points(value, 'point', 'points');
      if (bounds[0] <= 0 && bounds[1] >= 0) {
        return `At the end, how confident the group is cannot be told from how right it is: bias ${signed(value)} ${interval(bounds)}.`;
      }
      return `At the end, the group is ${amount} ${value > 0 ? 'more' : 'less'} confident than it is right: bias ${signed(value)} ${interval(bounds)}.`;
    },
    tooLittle: (n: number, reason: 'pairs' | 'orders') => {
      if (reason === 'orders') {
        return 'Too little data yet: forms A and B must have been taken in both orders, with two pairs in each.';
      }
      if (n === 0) return 'Nobody has both the first picture and the final assessment yet.';
      return `Too little data yet: ${n === 1 ? '1 pair' : `${n} pairs`} of before and after; ten are needed.`;
    },
    description: (before: number, after: number, change: number, bounds: readonly [number, number]) =>
      `from ${number(before)} to ${number(after)}: change ${signed(change)}, interval ${interval(bounds)}`,
    matched: (share: string) =>
      `Only ${share} of those who took the first picture took the final one too: read the change with care.`,
    unit: (pairs: number) => `Percentage points, with 95% interval · ${number(pairs)} pairs`,
    model: (kind: 'rasch' | '2pl', people: number) =>
      `Response model: ${kind === 'rasch' ? 'Rasch' : 'two-parameter'}, on ${number(people)} people a form.`,
    noModel: 'No response model yet: it needs 100 people a form.',
    change: 'This is a change: there is no comparison group.',
    effect: ({ value, interval: bounds }: { value: number; interval: [number, number] }) =>
      `Against the group without the course, the effect is ${signed(value)} ${interval(bounds)}.`,
    quietMessage: (address: string) =>
      `Hello. We have not met in Puente for some days. Let us start with 10 minutes: ${address}\nYou pick up where you left off; what you answered is kept. If something holds you back, tell me and we will look at it.`,
  },
});
