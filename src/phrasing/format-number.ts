import { numberFormat } from "./platform-formats.js";

/**
 * Numbers as text, under a named language only: the machine's own locale never decides.
 */

/** Counts with thousands marks. @example formatCount(12000, "en") // "12,000" */
export function formatCount(value: number, lang: string): string {
  const whole = Math.round(value) || 0; // A minus zero is a zero.
  const texts = textsOf(lang);
  const known = texts[whole];
  if (known !== undefined) return known;
  const shown = numberFormat(lang, wholeNumber).format(whole).replace("-", "−");
  if (whole >= 0 && whole <= largestKept) texts[whole] = shown;
  return shown;
}

const wholeNumber = { maximumFractionDigits: 0 } as const;
/** Counts whose text is kept: sentences are said on every frame, and most counts are out of 100 or 1,000. */
const largestKept = 1_000;
const textsByLang = new Map<string, string[]>();

function textsOf(lang: string): string[] {
  const known = textsByLang.get(lang);
  if (known !== undefined) return known;
  const texts: string[] = [];
  textsByLang.set(lang, texts);
  return texts;
}

/** A number with exactly `digits` decimals. @example formatDecimal(0.8617, 2, "en") // "0.86" */
export function formatDecimal(value: number, digits: number, lang: string): string {
  const rounded = Number(value.toFixed(digits));
  return numberFormat(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(rounded === 0 ? 0 : rounded)
    .replace("-", "−");
}

/** A number as short as it can be said, up to six significant digits: thresholds, scores. */
export function formatPlain(value: number, lang: string): string {
  return numberFormat(lang, { maximumSignificantDigits: 6, useGrouping: false })
    .format(value)
    .replace("-", "−");
}

/** The end of a band, with exactly `digits` decimals and no thousands marks. @example formatEdge(0.05, 3, "en") // "0.050" */
export function formatEdge(value: number, digits: number, lang: string): string {
  return numberFormat(lang, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  })
    .format(Number(value.toFixed(digits)) || 0)
    .replace("-", "−");
}

/** A threshold: at least two decimals where scores lie between 0 and 1. @example formatThreshold(0.7, "en") // "0.70" */
export function formatThreshold(value: number, lang: string): string {
  if (Math.abs(value) > 1 || Number(value.toFixed(2)) !== value) return formatPlain(value, lang);
  return formatDecimal(value, 2, lang);
}

/** Money as somebody stated it, to the cent. */
export function formatStatedMoney(value: number, currency: string, lang: string): string {
  const format = numberFormat(lang, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    // Cents are two digits or none: "€4.50", never "€4.5".
    minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
    maximumFractionDigits: Number.isInteger(value) ? 0 : 2,
  });
  return format.format(value).replace("-", "−");
}

/** A small amount of money, with its cents. @example formatPrice(1.9, "EUR", "en") // "€1.90" */
export function formatPrice(value: number, currency: string, lang: string): string {
  return numberFormat(lang, { style: "currency", currency, currencyDisplay: "narrowSymbol" })
    .format(value)
    .replace("-", "−");
}

/**
 * Money to two significant figures, with its currency sign.
 *
 * @example formatMoney(1683, "EUR", "en") // "€1,700"
 */
export function formatMoney(value: number, currency: string, lang: string): string {
  const rounded = Number(value.toPrecision(2));
  const format = numberFormat(lang, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: 0,
    maximumFractionDigits: Math.abs(rounded) < 10 && !Number.isInteger(rounded) ? 2 : 0,
  });
  return format.format(rounded === 0 ? 0 : rounded).replace("-", "−");
}
