interface Setting {
  /** Whether the database holds a demonstration. */
  demonstration: boolean;
  /** `PUENTE_HOST`: what the operator asked to listen on. */
  host: string | undefined;
  /** `NODE_ENV`. */
  environment: string | undefined;
}

/**
 * Where a server over this database may listen. The demonstration's passwords are public: it stays on this machine
 * unless told otherwise, and never runs as production.
 */
export const hostUnderDemonstrationRules = ({ demonstration, host, environment }: Setting): string => {
  if (demonstration && environment === 'production') {
    throw new Error(
      'This database holds the demonstration, whose passwords are public: it refuses NODE_ENV=production.',
    );
  }
  return host || (demonstration ? '127.0.0.1' : '0.0.0.0');
};

const domain = '@demo.puente';

/** The demonstration's addresses sign in to a demonstration and to nothing else. */
export const mayUseAddress = (email: string, institution: { demonstration: boolean }): boolean =>
  institution.demonstration || !email.trim().toLowerCase().endsWith(domain);
