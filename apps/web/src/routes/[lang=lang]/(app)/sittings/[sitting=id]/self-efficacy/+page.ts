/** A form to fill in: no script. What leads here says `data-sveltekit-reload`. */
export const csr = false;
