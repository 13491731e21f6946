export type Cell = string | number | null;

export interface Column<Row> {
  id: string;
  title: string;
  /** What sorting, filtering and copying use. */
  value: (row: Row) => Cell;
  /** What is shown where it differs from `value`. */
  text?: (row: Row) => string;
  numeric?: boolean;
}

export interface Order {
  column: string;
  direction: 'ascending' | 'descending';
}

const compare = (a: Cell, b: Cell): number => {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'es', { numeric: true, sensitivity: 'base' });
};

/** Empty cells stay last in both directions. */
export const sortRows = <Row>(rows: readonly Row[], column: Column<Row>, order: Order): Row[] =>
  [...rows].sort((a, b) => {
    const [x, y] = [column.value(a), column.value(b)];
    const sign = order.direction === 'descending' && x !== null && y !== null ? -1 : 1;
    return sign * compare(x, y);
  });

/** What a click on a column's head asks for: figures from the top first, words from A; again turns it round. */
export const nextOrder = (
  { id, numeric }: { id: string; numeric?: boolean },
  order: Order | undefined,
): Order => {
  const first = numeric ? 'descending' : 'ascending';
  const other = numeric ? 'ascending' : 'descending';
  return { column: id, direction: order?.column === id && order.direction === first ? other : first };
};

export const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export const cellText = <Row>(row: Row, column: Column<Row>): string =>
  column.text?.(row) ?? String(column.value(row) ?? '');

/** Every word typed must appear somewhere in the row; accents and capitals do not matter. */
export const filterRows = <Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  wanted: string,
): Row[] => {
  const terms = plain(wanted).split(/\s+/).filter(Boolean);
  if (terms.length === 0) return [...rows];
  return rows.filter((row) => {
    const text = plain(columns.map((column) => cellText(row, column)).join(' '));
    return terms.every((term) => text.includes(term));
  });
};

/** Tab-separated, for pasting into a sheet. */
export const tabSeparated = <Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string =>
  [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ value }) => String(value(row) ?? ''))),
  ]
    .map((cells) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n');
