import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { createAdministrator } from '../apps/api/src/features/people/create-administrator.ts';
import { assertApiRole, migrate, openDatabase } from '../packages/database/src/index.ts';

const usage = `Makes an institution's first administrator, or another one.

  pnpm admin:create --institution-code utp --institution-name "Universidad …" \\
    --email ana@universidad.example --given-names Ana --surname Rojas [--time-zone America/Lima] [--password-stdin]

Without --password-stdin it prints a one-time code, valid for 14 days. DATABASE_URL (the API's role) and
DATABASE_OWNER_URL (migrates) say which PostgreSQL.`;

const { values } = parseArgs({
  options: {
    'institution-code': { type: 'string' },
    'institution-name': { type: 'string' },
    'time-zone': { type: 'string', default: 'America/Lima' },
    email: { type: 'string' },
    'given-names': { type: 'string' },
    surname: { type: 'string' },
    'password-stdin': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const need = (flag: 'institution-code' | 'email' | 'given-names' | 'surname'): string => {
  const value = values[flag]?.trim();
  if (!value) throw new Error(`--${flag} is missing.\n\n${usage}`);
  return value;
};

const run = async (): Promise<void> => {
  if (values.help) return console.log(usage);
  const { DATABASE_URL: apiUrl, DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (!apiUrl || !ownerUrl) {
    throw new Error(
      'Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL of your own: the embedded one holds the demonstration, which has its administrator.',
    );
  }
  const input = {
    institution: {
      code: need('institution-code'),
      name: values['institution-name'],
      timeZone: values['time-zone'],
    },
    email: need('email'),
    givenNames: need('given-names'),
    firstSurname: need('surname'),
    password: values['password-stdin'] ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined,
  };
  await migrate(ownerUrl, decodeURIComponent(new URL(apiUrl).username));
  const database = openDatabase(apiUrl, { maximum: 2 });
  try {
    await assertApiRole(database.pool);
    const { institution, activation } = await createAdministrator(database, input, new Date());
    console.log(
      `${institution.isNew ? 'New institution' : 'Institution'}: ${institution.name} (${institution.code})`,
    );
    console.log(`Administrator: ${input.email}`);
    if (activation) {
      console.log(
        `One-time code: ${activation.code}, until ${activation.expiresAt.toISOString().slice(0, 10)}`,
      );
      console.log(
        'Activate with institution code, e-mail and this code, on the page /es/activate or /en/activate.',
      );
    } else {
      console.log('The password is set: sign in with e-mail and password.');
    }
  } finally {
    await database.close();
  }
};

await run().catch((error: unknown) => {
  // A refused connection has a code and no message.
  console.error(error instanceof Error ? error.message || (error as { code?: string }).code : String(error));
  process.exitCode = 1;
});
