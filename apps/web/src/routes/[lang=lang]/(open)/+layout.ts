/** Pages for anyone, signed in or not: to read, with no script at all. */
export const csr = false;
