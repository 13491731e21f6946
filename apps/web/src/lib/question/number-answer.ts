// Comes with the questions that ask for a number.
export { meetsNumber, parseDecimal } from '@puente/content';
