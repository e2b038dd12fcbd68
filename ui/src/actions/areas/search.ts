// What can be done on the search screen.

import type { Action } from "../action";

export const search: readonly Action[] = [
  { id: "search.next", title: "action-search-next", keys: ["j", "ArrowDown"], scope: "search", hint: 1, hintTitle: "action-move-hint", bare: true },
  { id: "search.previous", title: "action-search-previous", keys: ["k", "ArrowUp"], scope: "search", bare: true },
  { id: "search.first", title: "action-search-first", keys: ["Home"], scope: "search", bare: true },
  { id: "search.last", title: "action-search-last", keys: ["End"], scope: "search", bare: true },
  { id: "search.open", title: "action-search-open", keys: ["Enter", "o"], scope: "search", hint: 2, bare: true },
  { id: "search.field", title: "action-search-field", keys: ["/"], scope: "search", hint: 3 },
  { id: "search.tab-next", title: "action-search-tab-next", keys: ["]"], scope: "search", hint: 4, hintTitle: "action-search-tab-hint", bare: true },
  { id: "search.tab-previous", title: "action-search-tab-previous", keys: ["["], scope: "search", bare: true },
  { id: "search.drop", title: "action-search-drop", keys: ["Backspace"], scope: "search", bare: true },
  { id: "search.leave", title: "action-search-leave", keys: ["Escape"], scope: "search", inFields: true, bare: true },
];
