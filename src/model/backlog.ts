/** What a piece of work came from. */
export const backlogKinds = ["criterion", "limitation", "unknown", "tripwire"] as const;

/** One piece of work for a product owner's tracker; words are plain text in one language. */
export interface BacklogItem {
  /** Place in the order of expected harm, from 1. */
  readonly order: number;
  readonly kind: (typeof backlogKinds)[number];
  /** Id of the criterion, the limitation, the finding, or what a tripwire watches: never empty. */
  readonly trace: string;
  readonly title: string;
  /** Why, in counts where there are any. */
  readonly why: string;
  /** The test, with how many cases, that would close it. */
  readonly acceptance: string;
  /** Empty where nobody owns it. */
  readonly owner: string;
  /** A day, or empty. */
  readonly due: string;
  /** Expected harm in words; says when it is not known. */
  readonly harm: string;
}

/** The backlog of one edition of one project, with the words around it. */
export interface Backlog {
  readonly title: string;
  readonly intro: string;
  /** Said in place of items where there are none. */
  readonly none: string;
  readonly words: Readonly<
    Record<"why" | "acceptance" | "owner" | "due" | "harm" | "trace" | "nobody", string>
  >;
  readonly items: readonly BacklogItem[];
}
