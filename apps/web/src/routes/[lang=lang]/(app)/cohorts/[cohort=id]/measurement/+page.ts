/** Figures to read: no script. What leads here says `data-sveltekit-reload`, else the router would fetch one. */
export const csr = false;
