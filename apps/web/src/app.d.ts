import type { Me } from '@puente/schemas';
import type { Lang } from '#lib/i18n.ts';
import type { Theme } from '#lib/theme.ts';

declare global {
  namespace App {
    interface Error {
      status: number;
      message: string;
      code?: string;
    }
    interface Locals {
      lang: Lang;
      theme: Theme;
      me: Me | null;
      /** The API could not say who this is: no page that needs to know may render. */
      sessionUnknown: boolean;
    }
    interface PageData {
      me?: Me | null;
      lang?: Lang;
      theme?: Theme;
    }
  }
}
