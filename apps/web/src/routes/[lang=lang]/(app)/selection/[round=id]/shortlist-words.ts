import { messages } from '#lib/i18n.ts';

export const shortlistWords = messages({
  es: {
    title: 'Cuadro de méritos',
    caption: (some: string, every: string) =>
      some === every
        ? `Las ${every} candidaturas, por código.`
        : `${some} de ${every} candidaturas alrededor del corte, por código; las demás, en la figura de abajo.`,
    legend: (seats: string) =>
      `«=4»: comparten el puesto 4. El intervalo de 90 % va de mejor a peor puesto; la raya vertical marca la plaza ${seats}.`,
    all: (every: string) => `Ver las ${every}`,
    few: 'Ver solo las del corte',
    columns: {
      rank: 'Puesto',
      code: 'Código',
      fullName: 'Nombre',
      studentCode: 'Código de estudiante',
      score: 'Aciertos',
      interval: 'Intervalo de 90 %',
      rankLow: 'Puesto desde (90 %)',
      rankHigh: 'Puesto hasta (90 %)',
      probability: (seats: string) => `P(entre ${seats})`,
      zone: 'Zona',
    },
    zones: { in: 'dentro', review: 'en zona', out: 'fuera' },
    lines: {
      in: (n: string) => `dentro · ${n}`,
      review: (n: string) => `zona de revisión · ${n}`,
      out: (n: string) => `fuera · ${n}`,
      cut: (score: string) => `corte · ${score} aciertos`,
      tie: (tied: string, score: string, left: string) =>
        `corte · empatan ${tied} con ${score} aciertos para ${left} plazas`,
      tieEnd: 'hasta aquí llega el empate del corte',
    },
    erased: 'datos borrados',
    none: 'Nadie coincide con lo que buscas.',
    density: {
      title: (every: string) => `Las ${every} candidaturas por aciertos`,
      rows: 'como filas, arriba',
      rest: 'las demás',
      cut: (score: string) => `corte: ${score}`,
      table: 'La figura en números',
      score: 'Aciertos',
      people: 'Personas',
      asRows: 'Como filas, arriba',
      about: (mean: string, sd: string, items: string) => `Media ${mean} de ${items}, desviación ${sd}.`,
    },
  },
  en: {
    title: 'Shortlist',
    caption: (some: string, every: string) =>
      some === every
        ? `All ${every} candidates, by code.`
        : `${some} of ${every} candidates around the cut, by code; the rest are in the figure below.`,
    legend: (seats: string) =>
      `“=4”: they share rank 4. The 90% interval runs from the better rank to the worse; the upright line marks seat ${seats}.`,
    all: (every: string) => `See all ${every}`,
    few: 'See only those around the cut',
    columns: {
      rank: 'Rank',
      code: 'Code',
      fullName: 'Name',
      studentCode: 'Student code',
      score: 'Right',
      interval: '90% interval',
      rankLow: 'Rank from (90%)',
      rankHigh: 'Rank to (90%)',
      probability: (seats: string) => `P(top ${seats})`,
      zone: 'Zone',
    },
    zones: { in: 'in', review: 'in review', out: 'out' },
    lines: {
      in: (n: string) => `in · ${n}`,
      review: (n: string) => `review zone · ${n}`,
      out: (n: string) => `out · ${n}`,
      cut: (score: string) => `cut · ${score} right`,
      tie: (tied: string, score: string, left: string) =>
        `cut · ${tied} tie at ${score} right for ${left} seats`,
      tieEnd: 'the tie at the cut ends here',
    },
    erased: 'data erased',
    none: 'Nobody matches your search.',
    density: {
      title: (every: string) => `All ${every} candidates by right answers`,
      rows: 'as rows, above',
      rest: 'the rest',
      cut: (score: string) => `cut: ${score}`,
      table: 'The figure in numbers',
      score: 'Right answers',
      people: 'People',
      asRows: 'As rows, above',
      about: (mean: string, sd: string, items: string) => `Mean ${mean} of ${items}, deviation ${sd}.`,
    },
  },
});
