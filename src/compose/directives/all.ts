import type { Directive } from "../directive.js";
import { acceptance } from "./acceptance.js";
import { alike } from "./alike.js";
import { analogy } from "./analogy.js";
import { ask } from "./ask.js";
import { baseline } from "./baseline.js";
import { basis } from "./basis.js";
import { block } from "./block.js";
import { budget } from "./budget.js";
import { caseDirective } from "./case.js";
import { chart } from "./chart.js";
import { comparison } from "./comparison.js";
import { count } from "./count.js";
import { evidence } from "./evidence.js";
import { figure } from "./figure.js";
import { finding } from "./finding.js";
import { frequency } from "./frequency.js";
import { gaps } from "./gaps.js";
import { held } from "./held.js";
import { incident } from "./incident.js";
import { lens } from "./lens.js";
import { limitation } from "./limitation.js";
import { memo } from "./memo.js";
import { masthead } from "./masthead.js";
import { note } from "./note.js";
import { option } from "./option.js";
import { premortem } from "./premortem.js";
import { protocol } from "./protocol.js";
import { questions } from "./questions.js";
import { rate } from "./rate.js";
import { reasons } from "./reasons.js";
import { scenario } from "./scenario.js";
import { sensitivity } from "./sensitivity.js";
import { soWhat } from "./so-what.js";
import { spectrum } from "./spectrum.js";
import { stamp } from "./stamp.js";
import { stop } from "./stop.js";
import { table } from "./table.js";
import { unknowns } from "./unknowns.js";
import { talk } from "./talk.js";
import { weakestGroup } from "./weakest-group.js";
import { workload } from "./workload.js";

/** Every directive. Those with `inNotes` are open to authors; the others are layout. */
export const directives: readonly Directive[] = [
  alike,
  analogy,
  ask,
  baseline,
  basis,
  block,
  budget,
  caseDirective,
  chart,
  comparison,
  count,
  evidence,
  figure,
  finding,
  frequency,
  gaps,
  held,
  incident,
  lens,
  limitation,
  masthead,
  memo,
  note,
  option,
  premortem,
  protocol,
  questions,
  rate,
  reasons,
  scenario,
  sensitivity,
  soWhat,
  spectrum,
  stamp,
  stop,
  table,
  unknowns,
  weakestGroup,
  workload,
  talk,
  acceptance,
];
