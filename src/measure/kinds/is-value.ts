/** True where a cell holds a value of the plan: the same letters, or the same number (1 and 1.0). */
export function isValue(cell: string, value: string): boolean {
  return cell === value || (cell.trim() !== "" && value.trim() !== "" && Number(cell) === Number(value));
}
