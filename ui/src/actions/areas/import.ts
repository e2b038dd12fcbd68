// What can be done in the import sheet and in that of a record. Opening them is possible everywhere and stands there.
// "Save" does what the sheet's main button says: save and read, import the files, save the record.

import type { Action } from "../action";

export const importing: readonly Action[] = [
  { id: "import.save", title: "action-import-save", keys: ["Mod+Enter"], scope: "import", bare: true },
  { id: "import.save-next", title: "action-import-save-next", keys: ["Mod+Shift+Enter"], scope: "import", bare: true },
  { id: "import.alternatives", title: "action-import-alternatives", keys: ["Alt+ArrowDown"], scope: "import", bare: true },
  { id: "import.remember", title: "action-import-remember", keys: ["Alt+R"], scope: "import", bare: true },
  { id: "import.toggle-line", title: "action-import-toggle-line", keys: ["x"], scope: "import", bare: true },
  { id: "import.compare", title: "action-import-compare", keys: ["Alt+D"], scope: "import", bare: true },
  { id: "import.edit-record", title: "action-import-edit-record", keys: [], scope: "everywhere", menu: "edit" },
];
