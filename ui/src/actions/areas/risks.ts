// The risk register, and the sheet on which a judgement is made.

import type { Action } from "../action";

export const risks: readonly Action[] = [
  { id: "risks.next", title: "action-risks-next", keys: ["j"], scope: "risks", hint: 1, hintTitle: "action-risks-next-hint", bare: true },
  { id: "risks.previous", title: "action-risks-previous", keys: ["k"], scope: "risks", bare: true },
  { id: "risks.assess", title: "action-risks-assess", keys: ["a"], scope: "risks", hint: 2 },
  { id: "risks.view", title: "action-risks-view", keys: ["v"], scope: "risks", hint: 3, hintTitle: "action-risks-view-hint" },
  { id: "risks.new", title: "action-risks-new", keys: ["c"], scope: "risks", hint: 4, hintTitle: "action-risks-new-hint" },
  { id: "risks.edit", title: "action-risks-edit", keys: ["e"], scope: "risks" },
  { id: "risks.matrix-focus", title: "action-risks-matrix", keys: ["x"], scope: "risks" },
  { id: "risks.trash", title: "action-risks-trash", keys: ["Delete", "#"], scope: "risks" },
  { id: "assess.low", title: "action-assess-low", keys: ["l"], scope: "assess", hint: 1, hintTitle: "action-assess-low-hint", bare: true },
  { id: "assess.moderate", title: "action-assess-moderate", keys: ["m"], scope: "assess", hint: 2, hintTitle: "action-assess-moderate-hint", bare: true },
  { id: "assess.high", title: "action-assess-high", keys: ["h"], scope: "assess", hint: 3, hintTitle: "action-assess-high-hint", bare: true },
  { id: "assess.term", title: "action-assess-term", keys: ["t"], scope: "assess", hint: 4, hintTitle: "action-assess-term-hint", bare: true },
  { id: "assess.record", title: "action-assess-record", keys: ["Mod+Enter"], scope: "assess", hint: 5, hintTitle: "action-assess-record-hint" },
  { id: "assess.leave", title: "action-assess-leave", keys: ["Escape"], scope: "assess", inFields: true, bare: true },
];
