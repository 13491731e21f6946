/** The demonstration's sign-ins have a public password: no other institution knows them. */
export const isDemonstrationAddress = (email: string): boolean =>
  email.trim().toLowerCase().endsWith('@demo.puente');
