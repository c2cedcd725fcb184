import { facetIdFromText, sliceIdFromText } from "./slice-id.js";

/** What an author types, `recall`, `fnmr[fmr=0.001]@sex=F`, as an id; finished ids pass unchanged. */
export function refFromText(ref: string): string {
  const facet = /\[([^\]]*)\]/.exec(ref);
  const at = ref.indexOf("@", facet === null ? 0 : facet.index + facet[0].length);
  const named = at < 0 ? ref : ref.slice(0, at);
  const slice = at < 0 ? "all" : sliceIdFromText(ref.slice(at + 1));
  const metric = facet === null ? named : `${ref.slice(0, facet.index)}[${facetIdFromText(facet[1] ?? "")}]`;
  return `${metric}@${slice}`;
}
