/** A form that is sent once: no script. What leads here says `data-sveltekit-reload`. */
export const csr = false;
