import type { Rule } from './scope.ts';

export const figureTables: Rule = (scope) =>
  scope.openModules.flatMap((module) =>
    module.figures.flatMap((figure) => {
      const columns = figure.table?.columns.length;
      return (figure.table?.rows ?? []).flatMap((row, index) =>
        row.length === columns
          ? []
          : scope.report(figure, ['table', 'rows', index], {
              code: 'table-row',
              message: `This row has ${row.length} cells, and the table ${columns} columns`,
              fix: 'give it one cell for each column',
            }),
      );
    }),
  );
