// Writes examples/README.md: every document of every example that is committed in out/. Part of `npm run golden`.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Folders below `examples/`, in order; each is a project. */
export function exampleNames() {
  return readdirSync(path.join(root, "examples"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** The page as Markdown: one heading per example, one line per document, with what it asks for. */
export function examplesIndex() {
  const folders = readdirSync(path.join(root, "out"), { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith("."),
  );
  const models = new Map(folders.map(({ name }) => [modelOf(name), name]));
  const sections = exampleNames().flatMap((example) => {
    const plan = parse(readFileSync(path.join(root, "examples", example, "forthright.yaml"), "utf8"));
    const slug = models.get(plan.model.name);
    return slug === undefined ? [] : [section(example, plan.model.name, slug)];
  });
  return `# Examples\n\nEvery document of every example, with what it asks for. \`npm run golden\` writes them, and this page. \`npm run demo\` builds them as pages and PDFs.\n${sections.join("")}`;
}

function modelOf(slug) {
  return JSON.parse(readFileSync(path.join(root, "out", slug, "assessment.json"), "utf8")).model.name;
}

function section(example, model, slug) {
  const folder = path.join(root, "out", slug);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .sort();
  const lines = files.map((name) => {
    const title = /^# (.+)$/m.exec(readFileSync(path.join(folder, name), "utf8"))?.[1] ?? name;
    return `- [${plain(name.replace(/\.md$/, ""))}](../out/${slug}/${name}): ${title}`;
  });
  return `\n## ${model}\n\nProject [\`${example}\`](${example}), [Assessment](../out/${slug}/assessment.json).\n\n${lines.join("\n")}\n`;
}

/** "model-card.de" as "model card, de". */
function plain(name) {
  return name.replace(/\.(\w+)$/, ", $1").replaceAll("-", " ");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes("--print")) process.stdout.write(examplesIndex());
  else writeFileSync(path.join(root, "examples/README.md"), examplesIndex());
}
