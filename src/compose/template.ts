import type { Materials } from "../model/materials.js";
import { templateFor, type helperNames } from "../templates.js";

/** What a template may read: plain data whose strings are tokens. */
export type View = Readonly<Record<string, unknown>>;

/**
 * Runs a document template: Handlebars in, Markdown with directives out.
 *
 * Templates decide order, conditions and which phrase; they print no number of their own. A value that does
 * not exist stops the build instead of leaving a gap.
 *
 * @param translate - text of a phrase, as a token, for the helper `{{t "briefing.why"}}`
 */
export function runTemplate(
  source: string,
  partials: Materials["partials"],
  view: View,
  translate: (id: string) => string,
): string {
  const helpers: Record<(typeof helperNames)[number], Handlebars.HelperDelegate> = {
    t: (id: unknown) => translate(String(id)),
    eq: (a: unknown, b: unknown) => a === b,
    or: (...values: unknown[]) => values.slice(0, -1).some(Boolean),
    and: (...values: unknown[]) => values.slice(0, -1).every(Boolean),
    not: (value: unknown) => !value,
  };
  const template = templateFor<View>("markdown", source, helpers, partials);
  return template(guarded(view, ""));
}

/** Reading a path that is not in the view throws, also inside `{{#if}}`, where Handlebars would stay silent. */
function guarded<T extends object>(value: T, path: string): T {
  return new Proxy(value, {
    get: (target, key, receiver) => {
      const found: unknown = Reflect.get(target, key, receiver);
      if (typeof key === "symbol" || Array.isArray(target)) return wrap(found, path);
      const inner = path === "" ? key : `${path}.${key}`;
      if (!(key in target)) throw new Error(`There is no value "${inner}" for a template to read`);
      return wrap(found, inner);
    },
  });
}

function wrap(value: unknown, path: string): unknown {
  return value !== null && typeof value === "object" ? guarded(value, path) : value;
}
