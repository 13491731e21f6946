import type pg from 'pg';

/** Throws unless the connection's role is bound by row-level security: no superuser, no owner, no BYPASSRLS. */
export const assertApiRole = async (pool: pg.Pool): Promise<void> => {
  const { rows } = await pool.query<{
    name: string;
    superuser: boolean;
    bypass: boolean;
    owned: string | null;
  }>(`
    select r.rolname as name, r.rolsuper as superuser, r.rolbypassrls as bypass,
      (select min(c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p')
          and pg_has_role(current_user, c.relowner, 'member')) as owned
    from pg_roles r where r.rolname = current_user`);
  const role = rows[0]!;
  const fault = role.superuser
    ? 'is a superuser'
    : role.bypass
      ? 'has BYPASSRLS'
      : role.owned
        ? `owns the table ${role.owned}`
        : null;
  if (fault) {
    throw new Error(
      `DATABASE_URL signs in as "${role.name}", which ${fault}: row-level security would not hold. ` +
        'Give the API a role of its own and keep the owner for DATABASE_OWNER_URL.',
    );
  }
};
