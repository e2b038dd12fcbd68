// What can be done in the lists of articles: inbox, later, library, trash.

import type { Action } from "../action";

export const list: readonly Action[] = [
  { id: "list.next", title: "action-list-next", keys: ["j", "ArrowDown"], scope: "list", hint: 10, hintTitle: "action-list-move-hint", bare: true },
  { id: "list.previous", title: "action-list-previous", keys: ["k", "ArrowUp"], scope: "list", bare: true },
  { id: "list.first", title: "action-list-first", keys: ["Home"], scope: "list", bare: true },
  { id: "list.last", title: "action-list-last", keys: ["End"], scope: "list", bare: true },
  { id: "list.page-down", title: "action-list-page-down", keys: ["PageDown"], scope: "list", bare: true },
  { id: "list.page-up", title: "action-list-page-up", keys: ["PageUp"], scope: "list", bare: true },
  { id: "list.open", title: "action-list-open", keys: ["Enter", "o"], scope: "list", hint: 20, hintTitle: "action-list-open-hint" },
  { id: "list.peek", title: "action-list-peek", keys: ["Space"], scope: "list" },
  { id: "list.archive", title: "action-list-archive", keys: ["e"], scope: "list", hint: 30, hintTitle: "action-list-archive-hint" },
  { id: "list.later", title: "action-list-later", keys: ["l"], scope: "list", hint: 40, hintTitle: "action-list-later-hint" },
  { id: "list.inbox", title: "action-list-inbox", keys: ["i"], scope: "list", hint: 45, hintTitle: "action-list-inbox-hint" },
  { id: "list.restore", title: "action-list-restore", keys: ["p"], scope: "list", hint: 30 },
  { id: "list.select", title: "action-list-select", keys: ["x"], scope: "list", hint: 50, hintTitle: "action-list-select-hint" },
  { id: "list.extend-down", title: "action-list-extend-down", keys: ["Shift+J", "Shift+ArrowDown"], scope: "list", bare: true },
  { id: "list.extend-up", title: "action-list-extend-up", keys: ["Shift+K", "Shift+ArrowUp"], scope: "list", bare: true },
  { id: "list.select-all", title: "action-list-select-all", keys: ["Mod+A"], scope: "list" },
  { id: "list.tag", title: "action-list-tag", keys: ["t"], scope: "list", hint: 60, hintTitle: "action-list-tag-hint" },
  { id: "list.star", title: "action-list-star", keys: ["s"], scope: "list" },
  { id: "list.read", title: "action-list-read", keys: ["u", "m"], scope: "list" },
  { id: "list.trash", title: "action-list-trash", keys: ["#", "Delete"], scope: "list" },
  { id: "list.filter", title: "action-list-filter", keys: ["/"], scope: "list" },
  { id: "list.clear", title: "action-list-clear", keys: ["Escape"], scope: "list", bare: true },
  { id: "list.density", title: "action-list-density", keys: ["v"], scope: "list" },
  { id: "list.menu", title: "action-list-menu", keys: ["Shift+F10", "ContextMenu"], scope: "list", bare: true },
];
