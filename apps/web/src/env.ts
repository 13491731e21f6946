import { defineEnvVars } from '@sveltejs/kit/env';

export const variables = defineEnvVars({
  PUENTE_API: {
    description: 'Where the API listens when it does not share a process with the pages.',
    schema: (value) => value || 'http://127.0.0.1:3001',
  },
});
