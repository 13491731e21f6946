export interface FieldError {
  field: string;
  message: string;
}

/** What a verb throws; one handler turns it into problem details (RFC 9457). */
export abstract class DomainError extends Error {
  abstract readonly status: number;
  readonly code: string;
  readonly errors: FieldError[] | undefined;

  constructor(code: string, message: string, errors?: FieldError[]) {
    super(message);
    this.code = code;
    this.errors = errors;
  }
}

export class Invalid extends DomainError {
  readonly status = 400;
}
export class Unauthenticated extends DomainError {
  readonly status = 401;
}
export class Forbidden extends DomainError {
  readonly status = 403;
}
export class NotFound extends DomainError {
  readonly status = 404;
  constructor(what: string) {
    super('not_found', `No such ${what}.`);
  }
}
export class Conflict extends DomainError {
  readonly status = 409;
}
/** Well-formed, and against a rule of the business: says which field and why. */
export class Refused extends DomainError {
  readonly status = 422;
}
export class TooMany extends DomainError {
  readonly status = 429;
}
