/**
 * A file name from a model's name: small letters, digits, hyphens.
 *
 * @example slugOf("Application fraud check") // "application-fraud-check"
 */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
  return slug === "" ? "model" : slug;
}
