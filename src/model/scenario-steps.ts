/** One threshold of a page that carries what it says, ready to be shown. */
export interface ScenarioStep {
  readonly threshold: string;
  /** Paragraphs of the setting, as the page holds them for today's. */
  readonly say: readonly string[];
  readonly verdicts: readonly string[];
  /** The finding of the trade-off chart, and where its dot stands. */
  readonly title: string;
  readonly x: number;
  readonly y: number;
  /** True where so few are flagged that only counts are told. */
  readonly few: boolean;
}

/**
 * A slider over the threshold alone, for a page of one sheet: every sentence is written when the page is made, by the
 * code that the sliders of a scenario board run, so that the page needs no more than two kilobytes of program.
 */
export interface ScenarioSteps {
  readonly label: string;
  readonly more: string;
  readonly fewer: string;
  readonly reset: string;
  readonly here: string;
  readonly todayWord: string;
  /** Place of today's threshold among the steps. */
  readonly today: number;
  /** Which way along the steps catches more. */
  readonly lenient: 1 | -1;
  /** By rising threshold. */
  readonly steps: readonly ScenarioStep[];
}
