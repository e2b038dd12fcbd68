// What can be done on the tags screen.

import type { Action } from "../action";

export const tags: readonly Action[] = [
  { id: "tags.next", title: "action-tags-next", keys: ["j", "ArrowDown"], scope: "tags", hint: 1, hintTitle: "action-move-hint", bare: true },
  { id: "tags.previous", title: "action-tags-previous", keys: ["k", "ArrowUp"], scope: "tags", bare: true },
  { id: "tags.first", title: "action-tags-first", keys: ["Home"], scope: "tags", bare: true },
  { id: "tags.last", title: "action-tags-last", keys: ["End"], scope: "tags", bare: true },
  { id: "tags.open", title: "action-tags-open", keys: ["Enter", "o"], scope: "tags", hint: 2, hintTitle: "action-tags-open-hint", bare: true },
  { id: "tags.rename", title: "action-tags-rename", keys: ["F2", "e"], scope: "tags", hint: 3, hintTitle: "action-tags-rename-hint" },
  { id: "tags.select", title: "action-tags-select", keys: ["x"], scope: "tags", hint: 4, hintTitle: "action-tags-select-hint" },
  { id: "tags.remove", title: "action-tags-remove", keys: ["#", "Delete"], scope: "tags", hint: 5, hintTitle: "action-tags-remove-hint" },
  { id: "tags.find", title: "action-tags-find", keys: ["s"], scope: "tags" },
  { id: "tags.unused", title: "action-tags-unused", keys: ["u"], scope: "tags" },
  { id: "tags.filter", title: "action-tags-filter", keys: ["/"], scope: "tags", hint: 6, hintTitle: "action-tags-filter-hint" },
  { id: "tags.leave", title: "action-tags-leave", keys: ["Escape"], scope: "tags", inFields: true, bare: true },
];
