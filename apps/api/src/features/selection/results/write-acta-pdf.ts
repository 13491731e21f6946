import type { Fairness, Language } from '@puente/schemas';
import { writePdf } from '../../../files/pdf.ts';
import {
  decidedByWords,
  factWords,
  groupWords,
  momentOf,
  outcomeWords,
  zoneDecisionWords,
} from './decision-words.ts';
import type { Acta } from './seal-acta.ts';

const words = {
  es: {
    title: 'Acta de la convocatoria',
    rule: 'La regla',
    ruleText: (seats: number, reserves: number, zone: string) =>
      `Se convocaron ${seats} plazas y ${reserves} reservas. Cada persona se ordena por su puntaje en formas selladas y supervisadas, iguales para todas, con los pesos de abajo. La confianza, la práctica, la rapidez, las horas y la ganancia no cuentan. Entre quienes la evidencia no distingue (zona de revisión) decide ${zone}.`,
    course: 'Curso',
    weight: 'Peso',
    effective: 'Peso efectivo',
    items: 'Preguntas',
    alpha: 'Fiabilidad',
    ties: 'Empates: en este orden de cursos y al final el sorteo público',
    draw: 'Sorteo público',
    drawn: 'Resultado del sorteo',
    counts: 'Los números',
    applied: 'Postularon',
    withdrawn: 'Se retiraron',
    givenUp: 'De ellas, con plaza o reserva ya aprobada',
    leftOut: 'No cumplieron los requisitos',
    candidates: 'Se ordenaron',
    makeUps: 'Con forma de recuperación',
    reliability: 'Fiabilidad del puntaje (en el ensayo)',
    sem: 'Error de medida, en puntos T',
    zones: 'Dentro · en revisión · fuera',
    hash: 'SHA-256 del corte de datos',
    merits: 'SHA-256 del cuadro de méritos',
    sealed: 'SHA-256 de lo que esta acta dice, en el registro desde el cierre',
    approvals: 'Quién aprobó y cuándo',
    act: 'Acto',
    when: 'Cuándo',
    who: 'Persona',
    why: 'Motivo',
    overrides: 'Cambios hechos a mano',
    noOverrides: 'No hubo cambios hechos a mano.',
    code: 'Código',
    to: 'Pasa a',
    proposed: 'Quién lo propuso, y por qué',
    decided: 'Quién decidió, y por qué',
    state: { pending: 'pendiente', approved: 'aprobado', refused: 'rechazado' },
    fairness: 'Equidad: señales para mirar, no veredictos',
    fairnessNote:
      'Solo grupos de diez personas o más, y sin que por resta se conozca uno menor. Cuatro quintos: la tasa del grupo entre la más alta; p de la prueba exacta de Fisher.',
    noGroups: 'Sin dos grupos de diez o más que comparar.',
    group: 'Grupo',
    selected: 'Con plaza',
    rate: 'Tasa',
    ratio: 'Razón',
    flagged: 'bajo 4/5',
    turns: 'bajo 4/5; con una persona más, no',
    biased: (found: number, tried: number) => `Preguntas con señal de sesgo: ${found} de ${tried} miradas.`,
    unbiased: (tried: number) => `Ninguna señal de sesgo en ${tried} preguntas miradas.`,
    noItems: 'Sin grupos bastante grandes para mirar pregunta por pregunta.',
    few: 'Con tan pocas personas no se puede descartar.',
    claims: 'Reclamos',
    claimsText: (made: number, upheld: number) => `${made} reclamos, todos respondidos; ${upheld} a favor.`,
    list: 'Lista por código',
    outcome: 'Resultado',
    place: 'Lugar',
    by: 'Decidió',
    demonstration: 'DEMOSTRACIÓN: personas sintéticas o claves públicas. Nadie viaja por esta acta.',
    acts: {
      'round.propose_policy': 'propuso publicar la política',
      'round.publish_policy': 'publicó la política',
      'round.freeze': 'congeló los datos',
      'round.enter_draw': 'registró el sorteo',
      'round.propose_outcome': 'propuso el resultado',
      'round.approve_outcome': 'aprobó el resultado',
      'round.publish_results': 'fijó la hora de los resultados',
      'round.close': 'cerró la convocatoria',
    } as Record<string, string>,
  },
  en: {
    title: 'Record of the selection round',
    rule: 'The rule',
    ruleText: (seats: number, reserves: number, zone: string) =>
      `${seats} seats and ${reserves} reserves were offered. Everybody is ordered by their score on sealed, supervised forms, the same for all, with the weights below. Confidence, practice, speed, hours and gain do not count. Among those whom the evidence cannot tell apart (the review zone), what decides is: ${zone}.`,
    course: 'Course',
    weight: 'Weight',
    effective: 'Effective weight',
    items: 'Questions',
    alpha: 'Reliability',
    ties: 'Ties: by these courses in order, at last by the public draw',
    draw: 'Public draw',
    drawn: 'What was drawn',
    counts: 'The numbers',
    applied: 'Applied',
    withdrawn: 'Withdrew',
    givenUp: 'Of them, with a seat or a place among the reserves already approved',
    leftOut: 'Did not meet the conditions',
    candidates: 'Ranked',
    makeUps: 'On a make-up form',
    reliability: 'Reliability of the score (in rehearsal)',
    sem: 'Error of measurement, in T',
    zones: 'In · review · out',
    hash: 'SHA-256 of the snapshot',
    merits: 'SHA-256 of the shortlist',
    sealed: 'SHA-256 of what this record says, in the log since the close',
    approvals: 'Who approved, and when',
    act: 'Act',
    when: 'When',
    who: 'Person',
    why: 'Reason',
    overrides: 'Changes by hand',
    noOverrides: 'There were no changes by hand.',
    code: 'Code',
    to: 'Becomes',
    proposed: 'Who proposed it, and why',
    decided: 'Who decided, and why',
    state: { pending: 'pending', approved: 'approved', refused: 'refused' },
    fairness: 'Fairness: prompts to look, not verdicts',
    fairnessNote:
      "Only groups of ten people or more, none of which gives a smaller one away by subtraction. Four-fifths: the group's rate over the highest; p of Fisher's exact test.",
    noGroups: 'No two groups of ten or more to compare.',
    group: 'Group',
    selected: 'Seated',
    rate: 'Rate',
    ratio: 'Ratio',
    flagged: 'under 4/5',
    turns: 'under 4/5; with one person more, not',
    biased: (found: number, tried: number) =>
      `Questions with a sign of bias: ${found} of ${tried} looked at.`,
    unbiased: (tried: number) => `No sign of bias in ${tried} questions looked at.`,
    noItems: 'No groups large enough to look question by question.',
    few: 'With so few people it cannot be ruled out.',
    claims: 'Claims',
    claimsText: (made: number, upheld: number) => `${made} claims, all answered; ${upheld} upheld.`,
    list: 'List by code',
    outcome: 'Outcome',
    place: 'Place',
    by: 'Decided by',
    demonstration: 'DEMONSTRATION: synthetic people or public keys. Nobody travels on this record.',
    acts: {
      'round.propose_policy': 'proposed to publish the policy',
      'round.publish_policy': 'published the policy',
      'round.freeze': 'froze the evidence',
      'round.enter_draw': 'entered the draw',
      'round.propose_outcome': 'proposed the outcome',
      'round.approve_outcome': 'approved the outcome',
      'round.publish_results': 'set the hour of the results',
      'round.close': 'closed the round',
    } as Record<string, string>,
  },
};

const decimals = (value: number, places = 2): string => value.toFixed(places);
const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

/** The acta: rule, counts, hash, approvals, overrides, fairness, the list by code; no names. */
export const writeActaPdf = (acta: Acta & { sha256: string }, language: Language): Promise<Buffer> => {
  const w = words[language];
  const moment = (instant: string) => momentOf(instant, language, acta.timeZone);
  const { policy, evidence } = acta;
  const titleOf = (courseId: string) => acta.titles.find(({ id }) => id === courseId)!.title[language];
  const itemsText = (items: Fairness['facts'][number]['items']): string => {
    const found = items.filter(({ flagged }) => flagged).length;
    if (items.length === 0) return w.noItems;
    return [
      found === 0 ? w.unbiased(items.length) : w.biased(found, items.length),
      items.some(({ enough }) => !enough) && w.few,
    ]
      .filter(Boolean)
      .join(' ');
  };
  return writePdf(
    {
      title: `${w.title}: ${acta.round.name}`,
      at: new Date(acta.round.closedAt!),
      language,
      footer: `${acta.round.name} · SHA-256 ${acta.snapshot.sha256}`,
    },
    (page) => {
      page.title(w.title);
      page.paragraph(`${acta.institutionName} · ${acta.round.name} · ${moment(acta.round.closedAt!)}`);
      if (acta.round.demonstration) page.paragraph(w.demonstration);

      page.heading(w.rule);
      page.paragraph(w.ruleText(policy.seats, policy.reserves, zoneDecisionWords[policy.zone][language]));
      page.table(
        [
          { title: w.course, share: 0.36 },
          { title: w.weight, share: 0.16, align: 'right' },
          { title: w.effective, share: 0.16, align: 'right' },
          { title: w.items, share: 0.16, align: 'right' },
          { title: w.alpha, share: 0.16, align: 'right' },
        ],
        evidence.components.map((component) => [
          titleOf(component.courseId),
          String(component.weight),
          percent(component.effectiveWeight),
          String(component.items),
          decimals(component.alpha),
        ]),
      );
      page.facts([
        [w.ties, policy.tieBreaks.map(titleOf).join(', ') || '-'],
        [w.draw, `${policy.draw.what}. ${policy.draw.place}. ${moment(policy.draw.at)}`],
        [w.drawn, `${acta.draw.numbers} (${moment(acta.draw.enteredAt)})`],
      ]);

      page.heading(w.counts);
      page.facts([
        [w.applied, String(acta.applied)],
        [w.withdrawn, String(acta.withdrawn)],
        ...(acta.givenUp > 0 ? [[w.givenUp, String(acta.givenUp)] as const] : []),
        [w.leftOut, String(evidence.leftOut)],
        [w.candidates, String(evidence.candidates)],
        [w.makeUps, String(evidence.makeUps)],
        [w.reliability, `${decimals(evidence.reliability)} (${decimals(acta.reliabilityRehearsed)})`],
        [w.sem, decimals(evidence.sem, 1)],
        ...evidence.lists.map((list): [string, string] => [
          list.campusName ? `${list.campusName}: ${w.zones}` : w.zones,
          `${list.zones!.in} · ${list.zones!.review} · ${list.zones!.out}`,
        ]),
        [w.hash, acta.snapshot.sha256],
        [w.merits, acta.meritsSha256],
        [w.sealed, acta.sha256],
      ]);

      page.heading(w.approvals);
      page.table(
        [
          { title: w.when, share: 0.2 },
          { title: w.who, share: 0.1 },
          { title: w.act, share: 0.28 },
          { title: w.why, share: 0.42 },
        ],
        acta.approvals.map(({ act, at, person, why }) => [
          moment(at),
          person,
          w.acts[act] ?? act,
          why ?? '-',
        ]),
      );

      page.heading(w.overrides);
      if (acta.overrides.length === 0) page.paragraph(w.noOverrides);
      else {
        page.table(
          [
            { title: w.code, share: 0.12 },
            { title: w.to, share: 0.12 },
            { title: w.proposed, share: 0.38 },
            { title: w.decided, share: 0.38 },
          ],
          acta.overrides.map((override) => [
            override.code,
            outcomeWords[override.to][language],
            `${override.proposedBy}: ${override.why}`,
            [override.decidedBy, w.state[override.state], override.decisionWhy].filter(Boolean).join(': '),
          ]),
        );
      }

      page.heading(w.fairness);
      page.paragraph(w.fairnessNote);
      for (const { fact, groups, items } of acta.fairness.facts) {
        page.paragraph(
          `${factWords[fact][language]}. ${groups.length === 0 ? w.noGroups : itemsText(items)}`,
        );
        if (groups.length === 0) continue;
        page.table(
          [
            { title: w.group, share: 0.3 },
            { title: w.candidates, share: 0.14, align: 'right' },
            { title: w.selected, share: 0.14, align: 'right' },
            { title: w.rate, share: 0.12, align: 'right' },
            { title: w.ratio, share: 0.1, align: 'right' },
            { title: 'p', share: 0.2, align: 'right' },
          ],
          groups.map((group) => [
            group.name ??
              (group.group in groupWords ? groupWords[group.group as 'other'][language] : group.group),
            String(group.candidates),
            String(group.selected),
            percent(group.rate),
            decimals(group.ratio),
            `${decimals(group.p, 3)}${group.turnsWithOneMore ? ` ${w.turns}` : group.flagged ? ` ${w.flagged}` : ''}`,
          ]),
        );
      }

      page.heading(w.claims);
      page.paragraph(w.claimsText(acta.claims.made, acta.claims.upheld));

      page.heading(w.list);
      page.table(
        [
          { title: w.code, share: 0.2 },
          { title: w.outcome, share: 0.2 },
          { title: w.place, share: 0.15, align: 'right' },
          { title: w.by, share: 0.45 },
        ],
        acta.list.map(({ code, outcome, place, decidedBy }) => [
          code,
          outcomeWords[outcome][language],
          String(place),
          decidedByWords[decidedBy][language],
        ]),
      );
    },
  );
};
