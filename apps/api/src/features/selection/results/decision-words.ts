import type {
  EligibilityItem,
  fairnessFacts,
  Language,
  LeftOutResult,
  Outcome,
  ZoneDecision,
} from '@puente/schemas';

type Words<Key extends string> = Record<Key, Record<Language, string>>;

/** What the files say; the pages have words of their own. */
export const outcomeWords: Words<Outcome> = {
  seat: { es: 'plaza', en: 'seat' },
  reserve: { es: 'reserva', en: 'reserve' },
  none: { es: 'sin plaza', en: 'no seat' },
};

export const decidedByWords: Words<'score' | 'zone' | 'override' | 'withdrawal'> = {
  score: { es: 'puntaje', en: 'score' },
  zone: { es: 'zona de revisión', en: 'review zone' },
  override: { es: 'cambio aprobado por dos personas', en: 'change approved by two people' },
  withdrawal: { es: 'retiro', en: 'withdrawal' },
};

export const zoneDecisionWords: Words<ZoneDecision> = {
  dossiers: {
    es: 'expedientes sin nombre, leídos por dos personas por separado',
    en: 'dossiers without names, read by two people apart',
  },
  lottery: { es: 'el sorteo público anunciado', en: 'the announced public draw' },
  score: { es: 'el orden del puntaje', en: 'score order' },
};

export const factWords: Words<(typeof fairnessFacts)[number]> = {
  sex: { es: 'Sexo', en: 'Sex' },
  campus: { es: 'Sede', en: 'Campus' },
  firstLanguage: { es: 'Primera lengua', en: 'First language' },
};

export const groupWords: Words<'female' | 'male' | 'other' | 'spanish' | 'quechua' | 'aymara' | 'amazonian'> =
  {
    female: { es: 'mujeres', en: 'women' },
    male: { es: 'hombres', en: 'men' },
    other: { es: 'otra', en: 'other' },
    spanish: { es: 'castellano', en: 'Spanish' },
    quechua: { es: 'quechua', en: 'Quechua' },
    aymara: { es: 'aimara', en: 'Aymara' },
    amazonian: { es: 'lengua amazónica', en: 'Amazonian language' },
  };

const conditionWords: Words<EligibilityItem['item'] | 'campus_with_seats'> = {
  consent: { es: 'tu consentimiento para la convocatoria', en: 'your consent to the round' },
  guardian: {
    es: 'la autorización de tu madre, padre o quien tenga tu tutela',
    en: 'the permission of your mother, father or guardian',
  },
  can_travel: { es: 'decir que puedes viajar', en: 'saying that you can travel' },
  dates: { es: 'tener libres las fechas del viaje', en: 'being free on the dates of the journey' },
  course_completed: { es: 'completar el curso', en: 'completing the course' },
  sitting_taken: { es: 'rendir la forma sellada', en: 'sitting the sealed form' },
  english: { es: 'el nivel de inglés', en: 'the level of English' },
  campus_with_seats: { es: 'que tu sede tenga plazas', en: 'that your campus has seats' },
};

/** `sitting_taken:physiology` of the snapshot, in words. */
export const missingWords = (
  missing: string,
  { titles, english }: Pick<LeftOutResult, 'titles' | 'english'>,
  language: Language,
): string => {
  const [item, courseId] = missing.split(':') as [keyof typeof conditionWords, string?];
  const of = courseId
    ? (titles.find(({ id }) => id === courseId)?.title[language] ?? courseId)
    : item === 'english'
      ? english
      : null;
  return `${conditionWords[item][language]}${of ? ` (${of})` : ''}`;
};

/** "21 nov 2026, 10:00", by the clocks of the institution. */
export const momentOf = (instant: string, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(language === 'es' ? 'es-PE' : 'en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));
