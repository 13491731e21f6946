/** These pages open on any phone with no script at all. */
export const csr = false;
