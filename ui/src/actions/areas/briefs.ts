// The list of briefs and the composer.

import type { Action } from "../action";

export const briefs: readonly Action[] = [
  { id: "briefs.new", title: "action-briefs-new", keys: ["c"], scope: "briefs", menu: "file", hint: 1, hintTitle: "action-briefs-new-hint" },
  { id: "briefs.next", title: "action-briefs-next", keys: ["j", "ArrowDown"], scope: "briefs", bare: true },
  { id: "briefs.previous", title: "action-briefs-previous", keys: ["k", "ArrowUp"], scope: "briefs", bare: true },
  { id: "briefs.open", title: "action-briefs-open", keys: ["Enter", "o"], scope: "briefs", bare: true, hint: 2, hintTitle: "action-briefs-open-hint" },
  { id: "briefs.duplicate", title: "action-briefs-duplicate", keys: ["d"], scope: "briefs" },
  { id: "briefs.trash", title: "action-briefs-trash", keys: ["#", "Delete"], scope: "briefs", hint: 3, hintTitle: "action-briefs-trash-hint" },
  { id: "composer.next", title: "action-composer-next", keys: ["j", "ArrowDown"], scope: "composer", bare: true },
  { id: "composer.previous", title: "action-composer-previous", keys: ["k", "ArrowUp"], scope: "composer", bare: true },
  { id: "composer.edit", title: "action-composer-edit", keys: ["Enter"], scope: "composer", bare: true },
  { id: "composer.blocks", title: "action-composer-blocks", keys: ["/"], scope: "composer", hint: 1, hintTitle: "action-composer-blocks-hint" },
  { id: "composer.cite", title: "action-composer-cite", keys: ["@", "Mod+Alt+F"], scope: "composer", hint: 2, hintTitle: "action-composer-cite-hint" },
  { id: "composer.judge", title: "action-composer-judge", keys: ["l"], scope: "composer" },
  { id: "composer.up", title: "action-composer-up", keys: ["Alt+ArrowUp"], scope: "composer", bare: true, hint: 3, hintTitle: "action-composer-move-hint" },
  { id: "composer.down", title: "action-composer-down", keys: ["Alt+ArrowDown"], scope: "composer", bare: true },
  { id: "composer.remove", title: "action-composer-remove", keys: ["Delete"], scope: "composer" },
  { id: "composer.front", title: "action-composer-front", keys: [], scope: "composer" },
  { id: "composer.tray", title: "action-composer-tray", keys: ["Mod+Shift+E"], scope: "composer", menu: "view" },
  { id: "composer.preview", title: "action-composer-preview", keys: ["Mod+Shift+P"], scope: "composer", menu: "view" },
  { id: "composer.check", title: "action-composer-check", keys: ["F7"], scope: "composer", hint: 4, hintTitle: "action-composer-check-hint" },
  { id: "composer.export", title: "action-composer-export", keys: ["Mod+E"], scope: "composer", menu: "file" },
  { id: "composer.export-markdown", title: "action-composer-export-markdown", keys: [], scope: "composer", menu: "file" },
  { id: "composer.export-json", title: "action-composer-export-json", keys: [], scope: "composer", menu: "file" },
];
