import { number } from '#lib/format.ts';

/** `.81`, `−.04`, `1.00` */
export const coefficient = (value: number, decimals = 2): string =>
  number(value, decimals).replace(/^(−?)0\./, '$1.');

/** `.76`; never 0 nor 1, which ten thousand draws do not prove. */
export const probability = (value: number): string =>
  value < 0.005 ? '<.01' : value >= 0.995 ? '>.99' : coefficient(value);

/** `16`, `7.5` right answers */
export const answers = (score: number): string => number(score, Number.isInteger(score) ? 0 : 1);

/** `=4` for who shares the fourth place. */
export const place = ({ rank, tiedWith }: { rank: number; tiedWith: number }): string =>
  `${tiedWith > 0 ? '=' : ''}${number(rank)}`;
