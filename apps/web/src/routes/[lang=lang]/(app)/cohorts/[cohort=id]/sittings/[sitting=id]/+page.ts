/** Figures to read: no script. What leads here says `data-sveltekit-reload`. */
export const csr = false;
