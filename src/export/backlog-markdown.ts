import type { ListItem, Root, RootContent } from "mdast";
import { toMarkdown } from "mdast-util-to-markdown";

import type { Backlog, BacklogItem } from "../model/backlog.js";

/** The backlog as Markdown: one section per item in its order, each with why, when it is done, who, and its id. */
export function backlogMarkdown(backlog: Backlog): string {
  const { title, intro, none, items } = backlog;
  const children: RootContent[] = [
    { type: "heading", depth: 1, children: [{ type: "text", value: title }] },
    paragraph(items.length === 0 ? none : intro),
    ...items.flatMap((item) => itemNodes(backlog, item)),
  ];
  const tree: Root = { type: "root", children };
  return toMarkdown(tree, { bullet: "-", emphasis: "_", rule: "-" });
}

function itemNodes({ words }: Backlog, item: BacklogItem): RootContent[] {
  const pairs: readonly (readonly [string, string])[] = [
    [words.why, item.why],
    [words.acceptance, item.acceptance],
    [words.owner, item.owner === "" ? words.nobody : item.owner],
    ...(item.due === "" ? [] : [[words.due, item.due] as const]),
    [words.harm, item.harm],
    [words.trace, `${item.kind} ${item.trace}`],
  ];
  return [
    { type: "heading", depth: 2, children: [{ type: "text", value: `${item.order}. ${item.title}` }] },
    {
      type: "list",
      ordered: false,
      spread: false,
      children: pairs.map(([name, value]): ListItem => ({
        type: "listItem",
        spread: false,
        children: [
          {
            type: "paragraph",
            children: [
              { type: "strong", children: [{ type: "text", value: `${name}:` }] },
              { type: "text", value: ` ${value}` },
            ],
          },
        ],
      })),
    },
  ];
}

function paragraph(value: string): RootContent {
  return { type: "paragraph", children: [{ type: "text", value }] };
}
