/*
 * The platform's formatters, each made once: making one costs more than a hundred uses.
 */
export const numberFormat = once((lang: string, options?: Intl.NumberFormatOptions) => {
  return new Intl.NumberFormat(lang, options);
});

export const dateFormat = once((lang: string, options?: Intl.DateTimeFormatOptions) => {
  return new Intl.DateTimeFormat(lang, options);
});

export const pluralRules = once((lang: string, options?: Intl.PluralRulesOptions) => {
  return new Intl.PluralRules(lang, options);
});

function once<Options, Formatter>(
  make: (lang: string, options?: Options) => Formatter,
): (lang: string, options?: Options) => Formatter {
  const made = new Map<string, Formatter>();
  return (lang, options) => {
    const key = `${lang} ${JSON.stringify(options)}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const formatter = make(lang, options);
    made.set(key, formatter);
    return formatter;
  };
}
