/**
 * How bad it is that one coder says category i and the other j, in the matrix's order.
 *
 * @param i - index of one category
 * @param j - index of the other
 * @param weights - "none": every disagreement counts 1; "linear": the distance; "quadratic": its square
 * @returns 0 for i = j, else above 0
 * @see Cohen 1968, Psychol. Bull. 70:213
 * @example
 * disagreementWeight(0, 2, "quadratic") // 4
 */
export function disagreementWeight(i: number, j: number, weights: "none" | "linear" | "quadratic"): number {
  if (i === j) return 0;
  if (weights === "none") return 1;
  return weights === "linear" ? Math.abs(i - j) : (i - j) ** 2;
}
